package dev.andon.knowledge.retrieval.sqlite;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Plain Java, for a JVM without the incubator module: several times slower, and exactly equal.
final class PlainDotProduct implements DotProduct {
    @Override
    public void of(MemorySegment rows, long offset, short[] question, int[] products) {
        for (int row = 0; row < products.length; row++) {
            long start = offset + (long) row * question.length;
            int sum = 0;
            for (int i = 0; i < question.length; i++) {
                sum += rows.get(ValueLayout.JAVA_BYTE, start + i) * question[i];
            }
            products[row] = sum;
        }
    }
}
