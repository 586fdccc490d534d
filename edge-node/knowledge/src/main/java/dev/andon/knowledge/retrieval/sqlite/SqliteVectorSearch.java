package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Scans the matrix for the best, then compares these by their full vectors from the table:
/// measured, as exact as comparing all in full.
public final class SqliteVectorSearch implements VectorSearch {
    /// Candidates that are compared in full, at least.
    static final int RESCORED_MIN = 50;

    private final MatrixCache matrices;

    /// @param embedder fingerprint of the one that embeds the questions
    public SqliteVectorSearch(EmbedderFingerprint embedder) {
        this.matrices = new MatrixCache(embedder);
    }

    @Override
    public List<Neighbour> nearest(
            Transaction moment, Embedding question, Set<Long> manuals, int limit) {
        try {
            int candidates = Math.max(limit, RESCORED_MIN);
            long[] ids = matrices.at(moment).nearest(question, manuals, candidates);
            return rescored(moment, question, ids).stream().limit(limit).toList();
        } catch (SQLException e) {
            throw moment.failure(e);
        }
    }

    private static List<Neighbour> rescored(Transaction moment, Embedding question, long[] ids)
            throws SQLException {
        List<Neighbour> neighbours =
                moment.list(
                        """
                        select id, embedding from passage
                        where id in (select value from json_each(?))\
                        """,
                        row ->
                                new Neighbour(
                                        row.getLong(1),
                                        question.cosine(Embedding.fromBytes(row.getBytes(2)))),
                        Arrays.toString(ids));
        neighbours.sort(
                Comparator.comparingDouble(Neighbour::cosine)
                        .reversed()
                        .thenComparingLong(Neighbour::passage));
        return neighbours;
    }
}
