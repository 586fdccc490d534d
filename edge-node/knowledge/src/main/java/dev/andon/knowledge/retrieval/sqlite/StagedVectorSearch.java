package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Searches what is served, and beside it a revision that only waits to be: its few vectors are
/// compared one by one, so that a trial needs no second matrix of all manuals in memory.
///
/// @param serving searches the manuals that are served
record StagedVectorSearch(VectorSearch serving) implements VectorSearch {
    @Override
    public List<Neighbour> nearest(
            Transaction moment, Embedding question, Set<Long> manuals, int limit) {
        try {
            return Stream.concat(
                            serving.nearest(moment, question, manuals, limit).stream(),
                            waiting(moment, question, manuals).stream())
                    .sorted(
                            Comparator.comparingDouble(Neighbour::cosine)
                                    .reversed()
                                    .thenComparingLong(Neighbour::passage))
                    .limit(limit)
                    .toList();
        } catch (SQLException e) {
            throw moment.failure(e);
        }
    }

    private static List<Neighbour> waiting(
            Transaction moment, Embedding question, Set<Long> manuals) throws SQLException {
        return moment.list(
                """
                select p.id, p.embedding from passage p join manual m on m.id = p.manual
                where m.current = 0 and m.id in (select value from json_each(?))\
                """,
                row ->
                        new Neighbour(
                                row.getLong(1),
                                question.cosine(Embedding.fromBytes(row.getBytes(2)))),
                manuals.toString());
    }
}
