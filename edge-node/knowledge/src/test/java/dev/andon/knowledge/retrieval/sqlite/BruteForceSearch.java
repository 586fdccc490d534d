package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Compares everything in full on each question: the simplest index that keeps the contract.
record BruteForceSearch(EmbedderFingerprint embedder) implements VectorSearch {
    @Override
    public List<Neighbour> nearest(
            Transaction moment, Embedding question, Set<Long> manuals, int limit) {
        try {
            return moment
                    .list(
                            """
                            select p.id, p.embedding from passage p join manual m on m.id = p.manual
                            where m.embedder = ? and m.id in (select value from json_each(?))\
                            """,
                            row ->
                                    new Neighbour(
                                            row.getLong(1),
                                            question.cosine(Embedding.fromBytes(row.getBytes(2)))),
                            embedder.toString(),
                            manuals.toString())
                    .stream()
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
}
