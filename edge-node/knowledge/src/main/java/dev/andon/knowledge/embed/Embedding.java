package dev.andon.knowledge.embed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A unit vector in the embedder's space. Immutable.
public final class Embedding {
    private final float[] values;

    private Embedding(float[] values) {
        this.values = values;
    }

    /// Normalises to length 1 (a zero vector stays zero).
    public static Embedding normalised(float[] raw) {
        double square = 0;
        for (float value : raw) {
            square += (double) value * value;
        }
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        float[] unit = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            unit[i] = raw[i] * scale;
        }
        return new Embedding(unit);
    }

    /// Reads float32 little endian, as [#toBytes] wrote it.
    public static Embedding fromBytes(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Embedding(values);
    }

    /// Float32 little endian, 4 bytes a dimension.
    public byte[] toBytes() {
        ByteBuffer buffer =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /// The number of dimensions.
    public int dimensions() {
        return values.length;
    }

    /// A copy of the values.
    public float[] toArray() {
        return values.clone();
    }

    /// The cosine of the angle between two unit vectors, -1 to 1.
    public double cosine(Embedding other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += (double) values[i] * other.values[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
