package dev.andon.node.bench;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/// How fast one thread can read so many bytes at all: no exact search over them can be faster.
final class MemoryFloor {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int RUNS = 21;

    private MemoryFloor() {}

    /// Milliseconds, median, to read all of so many bytes once.
    static double millis(long bytes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(bytes, Long.BYTES);
            memory.fill((byte) 3);
            double[] times = new double[RUNS];
            long sums = 0;
            for (int run = 0; run < RUNS; run++) {
                long begun = System.nanoTime();
                sums += sum(memory);
                times[run] = (System.nanoTime() - begun) / 1e6;
            }
            if (sums == 0) {
                throw new IllegalStateException("nothing was read");
            }
            return new Percentiles(times).at(0.5);
        }
    }

    private static long sum(MemorySegment memory) {
        long step = LONGS.vectorByteSize();
        LongVector one = LongVector.zero(LONGS);
        LongVector two = LongVector.zero(LONGS);
        ByteOrder order = ByteOrder.nativeOrder();
        for (long at = 0; at + 2 * step <= memory.byteSize(); at += 2 * step) {
            one = one.add(LongVector.fromMemorySegment(LONGS, memory, at, order));
            two = two.add(LongVector.fromMemorySegment(LONGS, memory, at + step, order));
        }
        return one.add(two).reduceLanes(VectorOperators.ADD);
    }
}
