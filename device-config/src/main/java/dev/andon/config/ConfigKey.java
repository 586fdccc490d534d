package dev.andon.config;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A key that the reader asked for: what the schema must say about it too.
sealed interface ConfigKey {
    String path();

    /// A whole number within a range, both ends allowed.
    record Whole(String path, int fallback, int min, int max) implements ConfigKey {}

    /// A text that the pattern matches as a whole.
    record Text(String path, @Nullable String fallback, String pattern) implements ConfigKey {}

    /// One of a few words.
    record Choice(String path, String fallback, List<String> words) implements ConfigKey {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /// Any number of a few words; none by default.
    record Choices(String path, List<String> words) implements ConfigKey {
        public Choices {
            words = List.copyOf(words);
        }
    }

    /// Any number of texts, each matched by the pattern as a whole.
    record Texts(String path, List<String> fallback, String pattern, int max) implements ConfigKey {
        public Texts {
            fallback = List.copyOf(fallback);
        }
    }

    /// A list of sections, whose keys stand under the path with `[]`; none by default.
    record Sections(String path, int max) implements ConfigKey {}

    /// The path of a readable file.
    record File(String path) implements ConfigKey {}
}
