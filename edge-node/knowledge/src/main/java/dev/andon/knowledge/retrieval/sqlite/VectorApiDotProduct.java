package dev.andon.knowledge.retrieval.sqlite;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

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
    public int of(byte[] rows, int offset, short[] question) {
        IntVector low = IntVector.zero(INTS);
        IntVector high = IntVector.zero(INTS);
        int bound = question.length - question.length % STEP;
        for (int i = 0; i < bound; i += STEP) {
            IntVector pairs =
                    products(rows, offset, question, i)
                            .add(products(rows, offset, question, i + SHORTS.length()))
                            .reinterpretAsInts();
            low =
                    low.add(
                            pairs.lanewise(VectorOperators.LSHL, Short.SIZE)
                                    .lanewise(VectorOperators.ASHR, Short.SIZE));
            high = high.add(pairs.lanewise(VectorOperators.ASHR, Short.SIZE));
        }
        int sum = low.add(high).reduceLanes(VectorOperators.ADD);
        for (int i = bound; i < question.length; i++) {
            sum += rows[offset + i] * question[i];
        }
        return sum;
    }

    private static ShortVector products(byte[] rows, int offset, short[] question, int i) {
        ByteVector row = ByteVector.fromArray(BYTES, rows, offset + i);
        return ((ShortVector) row.castShape(SHORTS, 0))
                .mul(ShortVector.fromArray(SHORTS, question, i));
    }
}
