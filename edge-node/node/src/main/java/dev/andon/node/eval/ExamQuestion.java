package dev.andon.node.eval;

import org.jspecify.annotations.Nullable;

/// A question with the reply that it should get.
///
/// @param id unique in its set
/// @param corpus whose manuals it is about
/// @param half whether the rules may be tuned on it
/// @param language BCP 47
/// @param spoken also asked by voice
/// @param text as a person would say or type it
/// @param machine the register's id of the machine that it is asked at; null for none
record ExamQuestion(
        String id,
        String corpus,
        Half half,
        Category category,
        String language,
        boolean spoken,
        String text,
        @Nullable String machine,
        Expectation expect) {

    /// Which part of a set a question belongs to.
    enum Half {
        /// May be looked at and tuned on.
        TUNE,
        /// For reporting only.
        TEST
    }
}
