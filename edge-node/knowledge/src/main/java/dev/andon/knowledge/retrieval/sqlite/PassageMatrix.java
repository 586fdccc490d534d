package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The vectors of all current manuals in memory at one moment of the store.
///
/// @param generation how often the index had changed at that moment
/// @param dimensions of a vector
/// @param manuals by row id
record PassageMatrix(long generation, int dimensions, Map<Long, ManualVectors> manuals) {
    /// More than this needs another kind of index, and 770 MB of memory.
    static final int PASSAGES_MAX = 2_000_000;

    static PassageMatrix empty(int dimensions) {
        return new PassageMatrix(-1, dimensions, Map.of());
    }

    /// The matrix of a transaction's moment; reads those manuals only that this one has not.
    ///
    /// @param embedder fingerprint of what made the vectors, as the table has it
    PassageMatrix at(Transaction transaction, String embedder) throws SQLException {
        Map<Long, ManualVectors> now = new HashMap<>();
        int passages = 0;
        for (long manual : current(transaction, embedder)) {
            ManualVectors known = manuals.get(manual);
            ManualVectors vectors =
                    known == null ? ManualVectors.read(transaction, manual, dimensions) : known;
            now.put(manual, vectors);
            passages += vectors.size();
            if (passages > PASSAGES_MAX) {
                throw new SQLException(
                        "there are more than the %d passages that fit the vector search; remove manuals"
                                .formatted(PASSAGES_MAX));
            }
        }
        return new PassageMatrix(generation(transaction), dimensions, Map.copyOf(now));
    }

    /// How often the index had changed at this moment.
    static long generation(Transaction transaction) throws SQLException {
        return transaction.only("select generation from index_generation", row -> row.getLong(1));
    }

    /// The ids of the passages with the highest cosine, as far as bytes can tell, in no order.
    long[] nearest(Embedding question, Collection<Long> allowed, int limit) {
        short[] quantised = new short[dimensions];
        ManualVectors.quantise(question.toArray(), quantised);
        DotProduct dotProduct = DotProduct.fastest();
        NearestPassages nearest = new NearestPassages(limit);
        for (Long manual : allowed) {
            ManualVectors vectors = manuals.get(manual);
            if (vectors != null) {
                vectors.scan(dotProduct, quantised, nearest);
            }
        }
        return nearest.passages();
    }

    private static List<Long> current(Transaction transaction, String embedder)
            throws SQLException {
        return transaction.list(
                "select id from manual where current = 1 and embedder = ?",
                row -> row.getLong(1),
                embedder);
    }
}
