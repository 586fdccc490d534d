package dev.andon.knowledge.embed.onnx;

/// Cuts a text into the pieces that a model knows by number.
sealed interface Tokenizer permits WordPiece, Unigram {
    /// The ids of the text between the two end tokens, cut so that no more than `tokensMax` come
    /// out.
    long[] encode(String text, int tokensMax);

    /// How many tokens the text has, without the two at the ends.
    int count(String text);
}
