package dev.andon.knowledge.corpus;

import org.jspecify.annotations.Nullable;

/// Tells in which language a text is written.
public interface LanguageDetector {
    /// The BCP 47 language; null if the text does not show it beyond doubt.
    @Nullable String language(String text);
}
