package dev.andon.protocol.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.protocol.Protocol;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class BlocksTest {
    private static final int LIST_OFFSET_OF_LENGTH = 32;

    @Test
    void namesABlockByItsBytes() {
        Block block = Block.of("abc".getBytes());
        assertThat(block.sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(block.length()).isEqualTo(3);
    }

    @Test
    void writesAListAsThirtySixBytesEach() {
        List<Block> blocks =
                List.of(Block.of("one".getBytes()), Block.of(new byte[Block.BYTES_MAX]));
        byte[] bytes = Block.write(blocks);

        assertThat(bytes).hasSize(72);
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(68))
                .isEqualTo(65_536);
        assertThat(Block.read(bytes)).isEqualTo(blocks);
        assertThat(Block.read(new byte[0])).isEmpty();
    }

    @Test
    void fitsAMessageAsABlockAndItsRootListsAFileOfSixGigabytes() {
        assertThat(Block.BYTES_MAX).isLessThan(Protocol.MESSAGE_BYTES_MAX);
        long listed = Block.BYTES_MAX / Block.ENTRY_BYTES;
        long average = 16 * 1024;
        assertThat(listed * (average / Block.ENTRY_BYTES) * average)
                .isGreaterThan(6L * 1024 * 1024 * 1024);
    }

    @Test
    void refusesWhatIsNoList() {
        byte[] good = Block.write(List.of(Block.of("one".getBytes())));
        refuses(Arrays.copyOf(good, 35));
        refuses(Arrays.copyOf(good, 37));
        for (int length : new int[] {0, -1, Block.BYTES_MAX + 1, Integer.MIN_VALUE}) {
            byte[] wrong = good.clone();
            ByteBuffer.wrap(wrong)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(LIST_OFFSET_OF_LENGTH, length);
            refuses(wrong);
        }
    }

    /// The three levels of a file: blocks, their list in blocks, the root.
    @Test
    void findsAFileFromItsRoot() {
        byte[] file = new byte[300_000];
        new Random(4).nextBytes(file);
        List<byte[]> store = new ArrayList<>();
        byte[] list = Block.write(cut(file, 1_000, store));
        byte[] root = Block.write(cut(list, 4_096, store));
        store.add(root);

        byte[] again = joined(Block.read(joined(Block.read(root), store)), store);

        assertThat(Sha256.of(again)).isEqualTo(Sha256.of(file));
    }

    @Test
    void keepsAVectorWithTheHashOfItsTextAndItsOwn() {
        byte[] vector =
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.5f).array();
        VectorRecord record = new VectorRecord(Sha256.of("text".getBytes()), vector);
        byte[] bytes = record.write();

        assertThat(bytes).hasSize(64 + 16);
        VectorRecord read = VectorRecord.read(bytes, 4);
        assertThat(read.input()).isEqualTo(record.input());
        assertThat(read.vector()).isEqualTo(vector);
    }

    @Test
    void refusesAVectorWithOneBitChangedOrOfAnotherLength() {
        byte[] bytes = new VectorRecord(Sha256.of("text".getBytes()), new byte[16]).write();
        for (int i = 32; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            corrupt(changed, 4);
        }
        corrupt(bytes, 3);
        corrupt(bytes, 5);
        corrupt(new byte[0], 4);
    }

    private static List<Block> cut(byte[] bytes, int length, List<byte[]> store) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += length) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
            store.add(piece);
            blocks.add(Block.of(piece));
        }
        return blocks;
    }

    private static byte[] joined(List<Block> blocks, List<byte[]> store) {
        ByteBuffer all = ByteBuffer.allocate(blocks.stream().mapToInt(Block::length).sum());
        for (Block block : blocks) {
            all.put(
                    store.stream()
                            .filter(piece -> Block.of(piece).equals(block))
                            .findFirst()
                            .orElseThrow());
        }
        return all.array();
    }

    private static void refuses(byte[] bytes) {
        assertThatThrownBy(() -> Block.read(bytes))
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        e -> assertThat(e.code()).isEqualTo("not-a-block-list"));
    }

    private static void corrupt(byte[] bytes, int dimensions) {
        assertThatThrownBy(() -> VectorRecord.read(bytes, dimensions))
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        e -> assertThat(e.code()).isEqualTo("corrupt-vector"));
    }
}
