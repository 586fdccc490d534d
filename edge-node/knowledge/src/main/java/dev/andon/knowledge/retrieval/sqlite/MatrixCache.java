package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.store.Transaction;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the matrix of the newest moment that was searched, and gives each search the matrix of
/// exactly its own moment: no search mixes two.
final class MatrixCache {
    private final EmbedderFingerprint embedder;
    private final Map<Long, Object> making = new ConcurrentHashMap<>();
    private volatile @Nullable PassageMatrix newest;

    MatrixCache(EmbedderFingerprint embedder) {
        this.embedder = embedder;
    }

    PassageMatrix at(Transaction transaction) throws SQLException {
        long generation = PassageMatrix.generation(transaction);
        PassageMatrix kept = newest;
        if (kept != null && kept.generation() == generation) {
            return kept;
        }
        return read(transaction, generation);
    }

    /// Each moment once: several searches that wait for the same matrix must not all make it, and
    /// none waits for that of another moment.
    private PassageMatrix read(Transaction transaction, long generation) throws SQLException {
        synchronized (making.computeIfAbsent(generation, _ -> new Object())) {
            try {
                PassageMatrix kept = newest;
                return kept != null && kept.generation() == generation
                        ? kept
                        : keep(
                                PassageMatrix.read(
                                        transaction, embedder.toString(), embedder.dimensions()));
            } finally {
                making.remove(generation);
            }
        }
    }

    private synchronized PassageMatrix keep(PassageMatrix read) {
        PassageMatrix kept = newest;
        if (kept == null || kept.generation() < read.generation()) {
            newest = read;
        }
        return read;
    }
}
