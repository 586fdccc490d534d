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
///
/// Two rows at once, one of each half of the rows: the memory serves two streams far apart a
/// quarter faster than one, measured on a million rows.
final class VectorApiDotProduct implements DotProduct {
    private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
    private static final int STEP = 2 * SHORTS.length();

    @Override
    public void of(MemorySegment rows, long offset, short[] question, int[] products) {
        // Of an odd number of rows the one in the middle is multiplied twice.
        int second = products.length / 2;
        for (int row = 0; row < products.length - second; row++) {
            two(rows, offset + (long) row * question.length, question, products, row);
        }
    }

    /// Fills in the product of the row at `offset`, and of that half the rows further on.
    private static void two(
            MemorySegment rows, long offset, short[] question, int[] products, int row) {
        int second = products.length / 2;
        long far = offset + (long) second * question.length;
        IntVector low = IntVector.zero(INTS);
        IntVector high = IntVector.zero(INTS);
        IntVector farLow = IntVector.zero(INTS);
        IntVector farHigh = IntVector.zero(INTS);
        int bound = question.length - question.length % STEP;
        for (int i = 0; i < bound; i += STEP) {
            ShortVector front = ShortVector.fromArray(SHORTS, question, i);
            ShortVector back = ShortVector.fromArray(SHORTS, question, i + SHORTS.length());
            IntVector pairs = pairs(rows, offset + i, front, back);
            IntVector farPairs = pairs(rows, far + i, front, back);
            low = low.add(lowHalves(pairs));
            high = high.add(highHalves(pairs));
            farLow = farLow.add(lowHalves(farPairs));
            farHigh = farHigh.add(highHalves(farPairs));
        }
        products[row] = sum(low, high) + rest(rows, offset, question, bound);
        products[second + row] = sum(farLow, farHigh) + rest(rows, far, question, bound);
    }

    private static int sum(IntVector low, IntVector high) {
        return low.add(high).reduceLanes(VectorOperators.ADD);
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

    private static IntVector highHalves(IntVector pairs) {
        return pairs.lanewise(VectorOperators.ASHR, Short.SIZE);
    }

    private static ShortVector shorts(MemorySegment rows, long offset) {
        return (ShortVector)
                ByteVector.fromMemorySegment(BYTES, rows, offset, ByteOrder.nativeOrder())
                        .castShape(SHORTS, 0);
    }
}
