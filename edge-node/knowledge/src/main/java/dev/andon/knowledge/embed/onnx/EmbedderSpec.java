package dev.andon.knowledge.embed.onnx;

/// How one model wants to be used. Vectors are the mean over all tokens.
///
/// @param name of the model, for fingerprints
/// @param queryPrefix put before a question
/// @param passagePrefix put before a passage
/// @param tokensMax longer text is cut, the two tokens at the ends included
/// @param dimensions of the vector
/// @param threads that one run may use; 1 leaves the other cores to speech
public record EmbedderSpec(
        String name,
        String queryPrefix,
        String passagePrefix,
        int tokensMax,
        int dimensions,
        int threads) {
    /// The quantised e5-small-v2, as its model card prescribes.
    public static final EmbedderSpec E5_SMALL_V2 =
            new EmbedderSpec("e5-small-v2-q", "query: ", "passage: ", 512, 384, 1);

    /// The same with other threads.
    public EmbedderSpec withThreads(int threads) {
        return new EmbedderSpec(name, queryPrefix, passagePrefix, tokensMax, dimensions, threads);
    }
}
