package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.store.Transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Ranks passages by the question's codes, compared in canonical form: `E-42` finds `E42` and never
/// `E-421`.
///
/// The longest code comes first; for one code, the spelling of the question before others, then a
/// heading before the text, then the order of the other searches. A code of [#PREFIX_CHARS_MIN]
/// characters that no passage has finds those that begin with it: half a part number is what people
/// remember.
///
/// @param transaction the moment that is searched
/// @param others passages in the order of the other searches
record CodeSearch(Transaction transaction, List<Long> others) {
    static final int PREFIX_CHARS_MIN = 6;

    /// Passages with one code that are looked at.
    static final int HITS_MAX = 1_000;

    /// Follows every letter and digit.
    private static final String LAST_CHARACTER = "\uffff";

    /// A passage that has a code.
    ///
    /// @param distance 0 for the question's own spelling; else higher is further from it
    /// @param place 0 in the heading, 1 in the headings above, 2 in the text
    private record Hit(long passage, int distance, int place) {
        static Hit read(ResultSet row) throws SQLException {
            return new Hit(row.getLong("passage"), row.getInt("distance"), row.getInt("place"));
        }
    }

    /// The ids of the passages that have any of the codes, best first.
    List<Long> search(List<WrittenCode> codes, Scope scope, int limit) throws SQLException {
        Set<Long> found = new LinkedHashSet<>();
        for (WrittenCode code : codes) {
            List<Hit> exact = exact(code, scope);
            List<Hit> hits = exact.isEmpty() ? beginningWith(code, scope) : exact;
            hits.stream().sorted(bestFirst()).forEach(hit -> found.add(hit.passage()));
        }
        return found.stream().limit(limit).toList();
    }

    private Comparator<Hit> bestFirst() {
        return Comparator.comparingInt(Hit::distance)
                .thenComparingInt(Hit::place)
                .thenComparingInt(
                        hit ->
                                others.contains(hit.passage())
                                        ? others.indexOf(hit.passage())
                                        : HITS_MAX)
                .thenComparingLong(Hit::passage);
    }

    private List<Hit> exact(WrittenCode code, Scope scope) throws SQLException {
        return transaction.list(
                """
                select c.passage, min(c.written <> ?) as distance, min(c.place) as place
                from passage_code c join passage p indexed by passage_scope on p.id = c.passage
                where c.canonical = ? and p.manual in (select value from json_each(?))
                group by c.passage
                order by distance, place
                limit ?\
                """,
                Hit::read,
                code.written(),
                code.canonical(),
                scope.json(),
                HITS_MAX);
    }

    private List<Hit> beginningWith(WrittenCode code, Scope scope) throws SQLException {
        if (code.canonical().length() < PREFIX_CHARS_MIN) {
            return List.of();
        }
        return transaction.list(
                """
                select c.passage, min(length(c.canonical)) as distance, min(c.place) as place
                from passage_code c join passage p indexed by passage_scope on p.id = c.passage
                where c.canonical > ?1 and c.canonical < ?1 || ?2
                    and p.manual in (select value from json_each(?3))
                group by c.passage
                order by distance, place
                limit ?4\
                """,
                Hit::read,
                code.canonical(),
                LAST_CHARACTER,
                scope.json(),
                HITS_MAX);
    }
}
