package dev.andon.node.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Unit vectors that lie in clusters as those of manuals do, the same for the same seed.
final class SyntheticVectors {
    private static final int CLUSTERS = 500;
    private static final float SPREAD = 0.7f;

    private final int dimensions;
    private final float[][] centres;
    private final RandomGenerator random;

    SyntheticVectors(int dimensions, long seed) {
        this.dimensions = dimensions;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.centres = new float[CLUSTERS][dimensions];
        for (float[] centre : centres) {
            fill(centre);
        }
    }

    /// The next vector.
    float[] next() {
        float[] vector = new float[dimensions];
        fill(vector);
        float[] centre = centres[random.nextInt(CLUSTERS)];
        for (int i = 0; i < dimensions; i++) {
            vector[i] = centre[i] + SPREAD * vector[i];
        }
        return normalised(vector);
    }

    /// Writes the next vectors as rows of little-endian floats.
    void write(Path file, int count) throws IOException {
        ByteBuffer row =
                ByteBuffer.allocate(dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                row.asFloatBuffer().put(next());
                out.write(row.array());
            }
        }
    }

    /// Uniform values do as well as normal ones here and are made ten times as fast.
    private void fill(float[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = 2 * random.nextFloat() - 1;
        }
    }

    private static float[] normalised(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
