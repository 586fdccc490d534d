package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the matrix of the newest moment that was searched, and gives each search the matrix of
/// exactly its own moment: no search mixes two.
final class MatrixCache {
    private final EmbedderFingerprint embedder;
    private final Map<Long, Object> making = new ConcurrentHashMap<>();
    private volatile PassageMatrix newest;

    MatrixCache(EmbedderFingerprint embedder) {
        this.embedder = embedder;
        this.newest = PassageMatrix.empty(embedder.dimensions());
    }

    PassageMatrix at(Transaction transaction) throws SQLException {
        long generation = PassageMatrix.generation(transaction);
        PassageMatrix kept = newest;
        return kept.generation() == generation ? kept : read(transaction, generation);
    }

    /// Each moment once: several searches that wait for the same matrix must not all make it, and
    /// none waits for that of another moment.
    private PassageMatrix read(Transaction transaction, long generation) throws SQLException {
        synchronized (making.computeIfAbsent(generation, _ -> new Object())) {
            try {
                PassageMatrix kept = newest;
                return kept.generation() == generation
                        ? kept
                        : keep(kept.at(transaction, embedder.toString()));
            } finally {
                making.remove(generation);
            }
        }
    }

    private synchronized PassageMatrix keep(PassageMatrix read) {
        if (newest.generation() < read.generation()) {
            newest = read;
        }
        return read;
    }
}
