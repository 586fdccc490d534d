package dev.andon.knowledge.embed;

/// Turns text into vectors. Safe to call from any thread; calls are served one at a time.
public interface Embedder extends AutoCloseable {
    /// The vector of a question.
    Embedding embedQuery(String text);

    /// The vector of a passage. Text beyond [EmbedderFingerprint#tokensMax] is cut.
    Embedding embedPassage(String text);

    /// What the vectors depend on: an index made under another fingerprint must be rebuilt.
    EmbedderFingerprint fingerprint();

    @Override
    void close();
}
