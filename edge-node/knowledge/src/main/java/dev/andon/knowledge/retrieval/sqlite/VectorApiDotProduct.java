package dev.andon.knowledge.retrieval.sqlite;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The Vector API in the width that this processor prefers.
///
/// Two products fit a short, since 2 x 127 x 127 is less than 32,768; so two are added as shorts
/// before the sums are widened to ints, half of a pair at a time, without moving between lanes.
final class VectorApiDotProduct implements DotProduct {
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
    private static final int STEP = 2 * SHORTS.length();

    @Override
    public void of(MemorySegment rows, long offset, short[] question, int[] products) {
        for (int row = 0; row < products.length; row++) {
            products[row] = one(rows, offset + (long) row * question.length, question);
        }
    }

    private static int one(MemorySegment rows, long offset, short[] question) {
        IntVector low = IntVector.zero(INTS);
        IntVector high = IntVector.zero(INTS);
        int bound = question.length - question.length % STEP;
        for (int i = 0; i < bound; i += STEP) {
            ShortVector front = ShortVector.fromArray(SHORTS, question, i);
            ShortVector back = ShortVector.fromArray(SHORTS, question, i + SHORTS.length());
            IntVector pairs = pairs(rows, offset + i, front, back);
            low = low.add(lowHalves(pairs));
            high = high.add(pairs.lanewise(VectorOperators.ASHR, Short.SIZE));
        }
        return low.add(high).reduceLanes(VectorOperators.ADD) + rest(rows, offset, question, bound);
    }

    private static int rest(MemorySegment rows, long offset, short[] question, int from) {
        int sum = 0;
        for (int i = from; i < question.length; i++) {
            sum += rows.get(ValueLayout.JAVA_BYTE, offset + i) * question[i];
        }
        return sum;
    }

    /// Sums of two products, each a short; two of them in an int.
    private static IntVector pairs(
            MemorySegment rows, long offset, ShortVector front, ShortVector back) {
        return shorts(rows, offset)
                .mul(front)
                .add(shorts(rows, offset + SHORTS.length()).mul(back))
                .reinterpretAsInts();
    }

    private static IntVector lowHalves(IntVector pairs) {
        return pairs.lanewise(VectorOperators.LSHL, Short.SIZE)
                .lanewise(VectorOperators.ASHR, Short.SIZE);
    }

    private static ShortVector shorts(MemorySegment rows, long offset) {
        return (ShortVector)
                ByteVector.fromMemorySegment(BYTES, rows, offset, ByteOrder.nativeOrder())
                        .castShape(SHORTS, 0);
    }
}
