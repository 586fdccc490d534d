package dev.andon.knowledge.retrieval.sqlite;

import org.jspecify.annotations.Nullable;

/// A content word of a question, or a code in it.
///
/// @param match the FTS5 expression that finds it; empty if no manual can have it
/// @param code its canonical form in the manuals; null for a word
/// @param passages that have it, counted up to [QuestionTerms#FREQUENT_MIN] or more
/// @param weight inverse document frequency, above 0
record Term(String match, @Nullable String code, int passages, double weight) {}
