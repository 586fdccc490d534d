package dev.andon.knowledge.retrieval.sqlite;

/// Plain Java, for a JVM without the incubator module: several times slower, and exactly equal.
final class PlainDotProduct implements DotProduct {
    @Override
    public int of(byte[] rows, int offset, short[] question) {
        int sum = 0;
        for (int i = 0; i < question.length; i++) {
            sum += rows[offset + i] * question[i];
        }
        return sum;
    }
}
