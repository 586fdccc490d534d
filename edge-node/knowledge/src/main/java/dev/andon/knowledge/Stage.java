package dev.andon.knowledge;

import java.util.Locale;

/// The rooms of the journey that can fail, in the order in which a spoken question passes them.
public enum Stage {
    AUDIO,
    ENDPOINT,
    RECOGNITION,
    DIALOG,
    CORPUS,
    EMBEDDING,
    STORE,
    RETRIEVAL,
    ANSWER,
    LANGUAGE_MODEL,
    SYNTHESIS,
    WEB;

    /// The stage as it stands in messages and JSON: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
