package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The vectors of all current passages in memory, a byte a dimension, each row with its own scale
/// (one scale for all loses the neighbours). Made from the table and thrown away when that changed.
final class PassageMatrix {
    /// More than this needs another kind of index, and 770 MB of memory.
    static final int PASSAGES_MAX = 2_000_000;

    private static final int BYTE_MAX = 127;

    private final DotProduct dotProduct = DotProduct.fastest();
    private final long generation;
    private final int dimensions;
    private final byte[] rows;
    private final float[] scales;
    private final long[] passages;
    private final int[] manuals;
    private final Map<Long, Integer> manualNumbers = new HashMap<>();
    private int size;

    private PassageMatrix(long generation, int dimensions, int capacity) {
        this.generation = generation;
        this.dimensions = dimensions;
        this.rows = new byte[capacity * dimensions];
        this.scales = new float[capacity];
        this.passages = new long[capacity];
        this.manuals = new int[capacity];
    }

    /// Reads the vectors that an embedder made.
    ///
    /// @param embedder its fingerprint, as the table has it
    static PassageMatrix read(Transaction transaction, String embedder, int dimensions)
            throws SQLException {
        String from =
                " from passage p join manual m on m.id = p.manual where m.current = 1 and"
                        + " m.embedder = ?";
        int count = transaction.only("select count(*)" + from, row -> row.getInt(1), embedder);
        if (count > PASSAGES_MAX) {
            throw new SQLException(
                    "%d passages are more than the %d that fit the vector search; remove manuals"
                            .formatted(count, PASSAGES_MAX));
        }
        PassageMatrix matrix = new PassageMatrix(generation(transaction), dimensions, count);
        transaction.each(
                "select p.id, p.manual, p.embedding" + from + " order by p.id",
                row ->
                        matrix.add(
                                row.getLong(1),
                                row.getLong(2),
                                Embedding.fromBytes(row.getBytes(3)).toArray()),
                embedder);
        return matrix;
    }

    /// How often the index had changed at this moment.
    static long generation(Transaction transaction) throws SQLException {
        return transaction.only("select generation from index_generation", row -> row.getLong(1));
    }

    long generation() {
        return generation;
    }

    /// The ids of the passages with the highest cosine, as far as bytes can tell, in no order.
    Set<Long> nearest(Embedding question, Set<Long> allowed, int limit) {
        short[] quantised = new short[dimensions];
        quantise(question.toArray(), quantised);
        boolean[] allowedNumbers = new boolean[manualNumbers.size()];
        manualNumbers.forEach((id, number) -> allowedNumbers[number] = allowed.contains(id));
        NearestRows nearest = new NearestRows(limit);
        for (int row = 0; row < size; row++) {
            if (allowedNumbers[manuals[row]]) {
                nearest.offer(row, dotProduct.of(rows, row * dimensions, quantised) * scales[row]);
            }
        }
        Set<Long> ids = new HashSet<>();
        Arrays.stream(nearest.rows()).forEach(row -> ids.add(passages[row]));
        return ids;
    }

    private void add(long passage, long manual, float[] vector) throws SQLException {
        if (vector.length != dimensions) {
            throw new SQLException(
                    "passage %d has %d dimensions instead of %d"
                            .formatted(passage, vector.length, dimensions));
        }
        short[] quantised = new short[dimensions];
        scales[size] = quantise(vector, quantised);
        for (int i = 0; i < dimensions; i++) {
            rows[size * dimensions + i] = (byte) quantised[i];
        }
        passages[size] = passage;
        manuals[size] = manualNumbers.computeIfAbsent(manual, _ -> manualNumbers.size());
        size++;
    }

    /// Fills in the values as multiples of the scale that is returned.
    private static float quantise(float[] vector, short[] quantised) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        float scale = largest == 0 ? 1 : largest / BYTE_MAX;
        for (int i = 0; i < vector.length; i++) {
            quantised[i] = (short) Math.round(vector[i] / scale);
        }
        return scale;
    }
}
