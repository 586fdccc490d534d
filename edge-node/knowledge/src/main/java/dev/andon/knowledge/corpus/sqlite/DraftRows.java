package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// The rows of `embedding_draft`, within a transaction of the caller.
final class DraftRows {
    private DraftRows() {}

    static Map<String, Embedding> read(Transaction transaction, EmbedderFingerprint embedder)
            throws SQLException {
        Map<String, Embedding> vectors = new HashMap<>();
        transaction.each(
                "select input, embedding from embedding_draft where embedder = ?",
                row -> vectors.put(row.getString(1), Embedding.fromBytes(row.getBytes(2))),
                embedder.toString());
        return vectors;
    }

    /// Returns how many.
    static int insert(
            Transaction transaction, Map<String, Embedding> vectors, EmbedderFingerprint embedder)
            throws SQLException {
        for (Map.Entry<String, Embedding> vector : vectors.entrySet()) {
            transaction.update(
                    "insert or ignore into embedding_draft (embedder, input, embedding) values (?,"
                            + " ?, ?)",
                    embedder.toString(),
                    vector.getKey(),
                    vector.getValue().toBytes());
        }
        return vectors.size();
    }

    static void forget(Transaction transaction) throws SQLException {
        transaction.update("delete from embedding_draft");
    }
}
