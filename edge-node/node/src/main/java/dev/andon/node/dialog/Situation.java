package dev.andon.node.dialog;

import dev.andon.knowledge.retrieval.Question;

import org.jspecify.annotations.Nullable;

/// What words are heard in: where the person stands and what was said before.
///
/// @param station the register's id of the machine that the person stands at; null if unknown
/// @param language of the conversation so far, BCP 47
/// @param open the question that Andon asked back to; null if it did not
/// @param last question of the conversation; null before the first
/// @param awaited what Andon waits for
/// @param reading what is being read to the person
public record Situation(
        @Nullable String station,
        String language,
        @Nullable OpenQuestion open,
        @Nullable Question last,
        Awaited awaited,
        Reading reading) {
    /// What Andon has asked for.
    public enum Awaited {
        NOTHING,
        /// A yes or no to what was read back.
        YES,
        /// A machine, a code or a time.
        VALUE,
        /// A sentence in free words.
        WORDS
    }

    /// Whether a procedure is being read.
    public enum Reading {
        NOTHING,
        STEP,
        /// A step that protects people: no words lead past it but those that confirm it.
        PROTECTED_STEP
    }

    /// The same, with nothing asked back.
    Situation withoutOpen() {
        return new Situation(station, language, null, last, awaited, reading);
    }

    /// The first words of a conversation.
    public static Situation first(@Nullable String station) {
        return new Situation(station, "en", null, null, Awaited.NOTHING, Reading.NOTHING);
    }
}
