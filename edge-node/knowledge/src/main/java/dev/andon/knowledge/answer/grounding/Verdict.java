package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.retrieval.Citation;

/// What became of a sentence.
public sealed interface Verdict {
    /// The manual says the same: the sentence may be spoken.
    ///
    /// @param citation the span that it stands on
    record Grounded(Citation citation) implements Verdict {}

    /// The manual says it otherwise, or as safety text it must stand verbatim: these words are
    /// spoken in the place of the sentence.
    ///
    /// @param verbatim the row, step or notice as the manual has it
    record Replaced(String verbatim, Citation citation) implements Verdict {}

    /// Nothing in the passages says it: it is never spoken.
    ///
    /// @param reason for the log and the evaluation, in a few words
    record Rejected(String reason) implements Verdict {}
}
