package dev.andon.hub.library.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Sha256;
import dev.andon.protocol.library.Block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

class FastCdcTest {
    private static final int MIB = 1 << 20;

    @Test
    void cutsTheSameBytesAtTheSamePlaces() throws IOException {
        byte[] bytes = random(1, 8 * MIB);
        assertThat(cut(FastCdc.USUAL, bytes)).isEqualTo(cut(FastCdc.USUAL, bytes));
    }

    /// Every hub must cut alike for ever: a changed table or mask would make every node fetch all.
    @Test
    void cutsWhereItEverDid() throws IOException {
        List<Block> blocks = cut(FastCdc.USUAL, random(42, MIB));
        assertThat(Sha256.of(Block.write(blocks)))
                .isEqualTo("11e8995bbfdfd642cfc92eef5762db7ff56012b01ccc541aa15da2bf89af92e6");
    }

    @Test
    void cutsWhateverComesInWhicheverPortions() throws IOException {
        byte[] bytes = random(2, 5 * MIB + 17);
        List<Block> blocks = new ArrayList<>();
        FastCdc.USUAL.cut(new Dribble(bytes), (b, from, n) -> blocks.add(of(b, from, n)));
        assertThat(blocks).isEqualTo(cut(FastCdc.USUAL, bytes));
    }

    @Test
    void keepsWithinItsSizes() throws IOException {
        List<Block> blocks = cut(FastCdc.USUAL, random(3, 32 * MIB));
        assertThat(blocks.subList(0, blocks.size() - 1))
                .allSatisfy(
                        block ->
                                assertThat(block.length())
                                        .isBetween(FastCdc.USUAL.shortest(), Block.BYTES_MAX));
        assertThat(32.0 * MIB / blocks.size()).isBetween(12_000.0, 22_000.0);
    }

    @Test
    void cutsWhatNeverChangesAtTheLongest() throws IOException {
        List<Block> blocks = cut(FastCdc.USUAL, new byte[3 * Block.BYTES_MAX + 5]);
        assertThat(blocks).extracting(Block::length).last().isEqualTo(5);
        assertThat(blocks.subList(0, 3))
                .allSatisfy(block -> assertThat(block.length()).isEqualTo(Block.BYTES_MAX));
    }

    @Test
    void cutsNothingOutOfNothing() throws IOException {
        assertThat(cut(FastCdc.USUAL, new byte[0])).isEmpty();
    }

    @Test
    void changesOnlyTheBlocksBesideAnInsertion() throws IOException {
        byte[] bytes = random(4, 16 * MIB);
        Set<Block> before = new HashSet<>(cut(FastCdc.USUAL, bytes));
        Random places = new Random(5);
        for (int i = 0; i < 10; i++) {
            int at = places.nextInt(bytes.length);
            List<Block> after = cut(FastCdc.USUAL, inserted(bytes, at, random(6 + i, 100)));
            long others = after.stream().filter(block -> !before.contains(block)).count();
            assertThat(others).as("blocks changed by an insertion at %d", at).isLessThan(8);
        }
    }

    @Test
    void cutsFasterThanNodesAreServed(TestReporter report) throws IOException {
        byte[] bytes = random(7, 64 * MIB);
        cut(FastCdc.USUAL, Arrays.copyOf(bytes, 16 * MIB));
        int[] pieces = new int[1];
        long from = System.nanoTime();
        FastCdc.USUAL.cut(new ByteArrayInputStream(bytes), (_, _, _) -> pieces[0]++);
        double seconds = (System.nanoTime() - from) / 1e9;
        double mibPerSecond = 64 / seconds;
        report.publishEntry("FastCDC, MiB a second", "%.0f".formatted(mibPerSecond));
        assertThat(mibPerSecond).isGreaterThan(30);
    }

    private static List<Block> cut(FastCdc cdc, byte[] bytes) throws IOException {
        List<Block> blocks = new ArrayList<>();
        cdc.cut(new ByteArrayInputStream(bytes), (b, from, n) -> blocks.add(of(b, from, n)));
        return blocks;
    }

    private static Block of(byte[] buffer, int from, int length) {
        return Block.of(Arrays.copyOfRange(buffer, from, from + length));
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] all = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, all, 0, at);
        System.arraycopy(more, 0, all, at, more.length);
        System.arraycopy(bytes, at, all, at + more.length, bytes.length - at);
        return all;
    }

    /// Gives a few bytes at a time, as a socket does.
    private static final class Dribble extends InputStream {
        private final InputStream in;
        private final Random portions = new Random(9);

        Dribble(byte[] bytes) {
            this.in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return in.read(target, from, Math.min(length, 1 + portions.nextInt(50_000)));
        }
    }
}
