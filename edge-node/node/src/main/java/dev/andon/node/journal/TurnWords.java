package dev.andon.node.journal;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// What may be written of a turn's words.
///
/// @param redacted takes out what belongs to people
/// @param machine the register's id of a machine that is called so, none if there is none: what a
///     client calls a machine is its own text
public record TurnWords(
        UnaryOperator<String> redacted, Function<String, Optional<String>> machine) {
    /// Characters of a question; the rest is cut off.
    static final int QUESTION_CHARS_MAX = 2_000;

    /// Characters of a reply; the rest is cut off.
    static final int REPLY_CHARS_MAX = 6_000;

    /// Redacted as a whole, then cut, so that no half of a name is left at the cut.
    @Nullable String written(@Nullable String text, int charsMax) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String clean = redacted.apply(text.strip());
        return clean.length() <= charsMax ? clean : clean.substring(0, charsMax - 1) + "\u2026";
    }

    @Nullable String machineId(@Nullable String called) {
        return called == null ? null : machine.apply(called).orElse(null);
    }
}
