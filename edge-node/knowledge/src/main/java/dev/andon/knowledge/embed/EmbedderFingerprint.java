package dev.andon.knowledge.embed;

/// Everything that changes a vector. Two indexes with equal fingerprints can be mixed.
///
/// @param name of the model
/// @param modelSha256 of the weights, hexadecimal
/// @param runtime name and version, `onnxruntime 1.29.0`
/// @param queryPrefix put before a question
/// @param passagePrefix put before a passage
/// @param pooling `mean` or `cls`
/// @param tokensMax longer text is cut
/// @param dimensions of the vector
public record EmbedderFingerprint(
        String name,
        String modelSha256,
        String runtime,
        String queryPrefix,
        String passagePrefix,
        String pooling,
        int tokensMax,
        int dimensions) {}
