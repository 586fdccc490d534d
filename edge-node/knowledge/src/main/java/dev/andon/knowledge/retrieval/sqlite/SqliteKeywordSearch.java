package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Ranks passages by the question's words: BM25 over stems, a word in the heading counts fourfold,
/// a part of a compound half.
///
/// @param transaction the moment that is searched
record SqliteKeywordSearch(Transaction transaction) {
    /// The ids of the passages that have any of the terms, best first.
    List<Long> search(QuestionTerms terms, Scope scope, int limit) throws SQLException {
        String match =
                terms.searchable().stream()
                        .map(Term::match)
                        .filter(expression -> !expression.isEmpty())
                        .collect(Collectors.joining(" OR "));
        if (match.isEmpty()) {
            return List.of();
        }
        return transaction.list(
                """
                select w.rowid
                from passage_words w join passage p indexed by passage_scope on p.id = w.rowid
                where passage_words match ? and p.manual in (select value from json_each(?))
                order by bm25(passage_words, 4, 1, 1, 0.5), w.rowid
                limit ?\
                """,
                row -> row.getLong(1),
                match,
                scope.json(),
                limit);
    }
}
