package dev.andon.models;

/// What a model does.
public enum ModelKind {
    /// Hears.
    SPEECH,
    /// Writes.
    LANGUAGE,
    /// Turns text into vectors.
    EMBEDDER,
    /// Speaks.
    VOICE
}
