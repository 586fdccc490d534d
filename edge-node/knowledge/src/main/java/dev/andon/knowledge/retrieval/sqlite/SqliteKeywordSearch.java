package dev.andon.knowledge.retrieval.sqlite;

import static java.util.Collections.nCopies;

import dev.andon.knowledge.corpus.sqlite.PassageRun;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Ranks passages by the question's words: BM25 over stems, a word in the heading counts fourfold,
/// a part of a compound half.
///
/// @param transaction the moment that is searched
record SqliteKeywordSearch(Transaction transaction) {
    /// Runs of ids that are compared one by one.
    private static final int RUNS_MAX = 64;

    /// The ids of the passages that have any of the terms, best first.
    List<Long> search(QuestionTerms terms, Scope scope, int limit) throws SQLException {
        String match =
                terms.searchable().stream()
                        .map(Term::match)
                        .filter(expression -> !expression.isEmpty())
                        .collect(Collectors.joining(" OR "));
        if (match.isEmpty() || scope.runs().isEmpty()) {
            return List.of();
        }
        return scope.runs().size() <= RUNS_MAX
                ? inRuns(match, scope.runs(), limit)
                : inManuals(match, scope, limit);
    }

    /// To compare an id with a few numbers is faster than to look up its manual.
    private List<Long> inRuns(String match, List<PassageRun> runs, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(match));
        for (PassageRun run : runs) {
            values.add(run.first());
            values.add(run.last());
        }
        values.add(limit);
        return transaction.list(
                """
                select rowid from passage_words
                where passage_words match ? and (%s)
                order by bm25(passage_words, 4, 1, 1, 0.5), rowid
                limit ?\
                """
                        .formatted(
                                String.join(" or ", nCopies(runs.size(), "rowid between ? and ?"))),
                row -> row.getLong(1),
                values.toArray());
    }

    private List<Long> inManuals(String match, Scope scope, int limit) throws SQLException {
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
