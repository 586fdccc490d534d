package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.store.Transaction;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The vectors of one manual in memory, a byte a dimension, each row with its own scale (one scale
/// for all loses the neighbours).
///
/// The rows lie outside the heap, which a million of them would fill; they are freed with the last
/// search that uses them. What an embedder made of a manual never changes, so a manual is read
/// once.
final class ManualVectors {
    private static final int BYTE_MAX = 127;

    /// Rows that are multiplied before any is looked at: enough that the two halves which
    /// [VectorApiDotProduct] reads at once lie far apart.
    private static final int BLOCK = 1_024;

    private final int dimensions;
    private final MemorySegment rows;
    private final float[] scales;
    private final long[] passages;
    private int size;

    private ManualVectors(int dimensions, int capacity) throws SQLException {
        this.dimensions = dimensions;
        this.rows = allocate((long) capacity * dimensions);
        this.scales = new float[capacity];
        this.passages = new long[capacity];
    }

    static ManualVectors read(Transaction transaction, long manual, int dimensions)
            throws SQLException {
        int count =
                transaction.only(
                        "select count(*) from passage where manual = ?",
                        row -> row.getInt(1),
                        manual);
        ManualVectors vectors = new ManualVectors(dimensions, count);
        float[] values = new float[dimensions];
        transaction.each(
                "select id, embedding from passage where manual = ? order by ordinal",
                row -> vectors.add(row, values),
                manual);
        return vectors;
    }

    private static MemorySegment allocate(long bytes) throws SQLException {
        try {
            return Arena.ofAuto().allocate(bytes, Long.BYTES);
        } catch (OutOfMemoryError e) {
            throw new SQLException(
                    "the vectors of the manuals do not fit into the memory outside the heap;"
                            + " give the Java command a larger -XX:MaxDirectMemorySize",
                    e);
        }
    }

    int size() {
        return size;
    }

    /// Offers each row's cosine, as far as bytes can tell.
    void scan(DotProduct dotProduct, short[] question, NearestPassages nearest) {
        int[] products = new int[BLOCK];
        int row = 0;
        for (; row + BLOCK <= size; row += BLOCK) {
            dotProduct.of(rows, (long) row * dimensions, question, products);
            offer(row, products, nearest);
        }
        int[] last = new int[size - row];
        dotProduct.of(rows, (long) row * dimensions, question, last);
        offer(row, last, nearest);
    }

    private void offer(int from, int[] products, NearestPassages nearest) {
        for (int i = 0; i < products.length; i++) {
            float score = products[i] * scales[from + i];
            if (score > nearest.worst()) {
                nearest.offer(passages[from + i], score);
            }
        }
    }

    /// Fills in the values as multiples of the scale that is returned.
    static float quantise(float[] vector, short[] quantised) {
        float scale = scale(vector);
        for (int i = 0; i < vector.length; i++) {
            quantised[i] = (short) Math.round(vector[i] / scale);
        }
        return scale;
    }

    private void add(ResultSet row, float[] values) throws SQLException {
        long passage = row.getLong(1);
        FloatBuffer vector =
                ByteBuffer.wrap(row.getBytes(2)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        if (vector.remaining() != dimensions) {
            throw new SQLException(
                    "passage %d has %d dimensions instead of %d"
                            .formatted(passage, vector.remaining(), dimensions));
        }
        vector.get(values);
        float scale = scale(values);
        float perStep = 1 / scale;
        long at = (long) size * dimensions;
        for (int i = 0; i < dimensions; i++) {
            rows.set(ValueLayout.JAVA_BYTE, at + i, (byte) Math.round(values[i] * perStep));
        }
        scales[size] = scale;
        passages[size++] = passage;
    }

    private static float scale(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 1 : largest / BYTE_MAX;
    }
}
