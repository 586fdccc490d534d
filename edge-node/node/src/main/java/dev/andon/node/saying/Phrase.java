package dev.andon.node.saying;

import java.util.List;

/// A sentence, or a piece of one, that is still to be put into a language.
///
/// @param key in `sayings-LANGUAGE.properties`
/// @param arguments of its placeholders: other phrases, or anything that is the same in every
///     language
public record Phrase(String key, List<Object> arguments) {
    /// Says nothing.
    public static final Phrase NONE = new Phrase("", List.of());

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /// The phrase of a key.
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
