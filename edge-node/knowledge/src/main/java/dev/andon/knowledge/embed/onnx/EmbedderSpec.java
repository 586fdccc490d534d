package dev.andon.knowledge.embed.onnx;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.util.List;
import java.util.stream.Collectors;

/// How one model wants to be used. Vectors are the mean over all tokens; how a text is cut says its
/// `tokenizer.json`, and which inputs the model takes it says itself.
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

    /// The multilingual e5, as its model card prescribes.
    public static final EmbedderSpec MULTILINGUAL_E5_SMALL =
            new EmbedderSpec("multilingual-e5-small", "query: ", "passage: ", 512, 384, 1);

    private static final List<EmbedderSpec> KNOWN = List.of(E5_SMALL_V2, MULTILINGUAL_E5_SMALL);

    /// The spec of a model of the manifest.
    ///
    /// @throws StageException `embedder-unknown`
    public static EmbedderSpec named(String name) {
        return KNOWN.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new StageException(
                                        Stage.EMBEDDING,
                                        "embedder-unknown",
                                        "retrieval.embedder is '%s', and these can be run: %s. Name one of them; what is not installed comes with: andon models pull NAME"
                                                .formatted(name, names())));
    }

    private static String names() {
        return KNOWN.stream().map(EmbedderSpec::name).collect(Collectors.joining(", "));
    }

    /// The same with other threads.
    public EmbedderSpec withThreads(int threads) {
        return new EmbedderSpec(name, queryPrefix, passagePrefix, tokensMax, dimensions, threads);
    }
}
