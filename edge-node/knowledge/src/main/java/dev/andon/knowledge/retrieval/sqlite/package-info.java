/// Searches the tables of `corpus.sqlite`: by words, by codes, by vectors.
///
/// In: a question and its vector. Out: passages with their evidence. The path of a question:
/// [SqliteRetriever], [Scope], [QuestionTerms], then [SqliteKeywordSearch], [CodeSearch] and
/// [SqliteVectorSearch] (over a [PassageMatrix]), then [TermCover], [FoundPassage] and
/// [SectionRows]. Text of a question reaches SQL only as a value, and FTS5 only as quoted strings
/// of its own tokens.
@NullMarked
package dev.andon.knowledge.retrieval.sqlite;

import org.jspecify.annotations.NullMarked;
