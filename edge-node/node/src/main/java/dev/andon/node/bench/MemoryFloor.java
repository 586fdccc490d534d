package dev.andon.node.bench;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/// How fast one thread can read so many bytes at all: no exact search over them can be faster.
final class MemoryFloor implements AutoCloseable {
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    /// Bytes that one call reads: a method that runs often is compiled well, a long loop is not
    /// always.
    private static final int PART = 1 << 20;

    /// Calls after which the compiler has done its best.
    private static final int WARM_UP = 20_000;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment memory;

    /// @param bytes that are read each time; less than a part at the end is left out
    MemoryFloor(long bytes) {
        memory = arena.allocate(bytes, Long.BYTES);
        memory.fill((byte) 3);
        long sums = 0;
        for (int i = 0; i < WARM_UP; i++) {
            sums += sum(memory, 0, (int) Math.min(WARM_UP, bytes));
        }
        refuseNothing(sums);
    }

    /// Reads all of the bytes once.
    void read() {
        long sums = 0;
        int part = (int) Math.min(PART, memory.byteSize());
        for (long from = 0; from + part <= memory.byteSize(); from += part) {
            sums += sum(memory, from, part);
        }
        refuseNothing(sums);
    }

    /// Whatever is used cannot be left out by the compiler.
    private static void refuseNothing(long sums) {
        if (sums == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private static long sum(MemorySegment memory, long from, int bytes) {
        int step = LONGS.vectorByteSize();
        LongVector one = LongVector.zero(LONGS);
        LongVector two = LongVector.zero(LONGS);
        LongVector three = LongVector.zero(LONGS);
        LongVector four = LongVector.zero(LONGS);
        for (int at = 0; at + 4 * step <= bytes; at += 4 * step) {
            one = one.add(longs(memory, from + at));
            two = two.add(longs(memory, from + at + step));
            three = three.add(longs(memory, from + at + 2 * step));
            four = four.add(longs(memory, from + at + 3 * step));
        }
        return one.add(two).add(three.add(four)).reduceLanes(VectorOperators.ADD);
    }

    private static LongVector longs(MemorySegment memory, long at) {
        return LongVector.fromMemorySegment(LONGS, memory, at, ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        arena.close();
    }
}
