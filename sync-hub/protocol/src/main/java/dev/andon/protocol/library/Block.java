package dev.andon.protocol.library;

import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A piece of a file by its hash. A list of them is 36 bytes each: the hash, then the length as an
/// unsigned 32-bit number, little endian.
///
/// @param sha256 hexadecimal
/// @param length bytes, from 1
public record Block(String sha256, int length) {
    /// Bytes of an entry of a list.
    public static final int ENTRY_BYTES = Sha256.BYTES + Integer.BYTES;

    /// No block is longer; it must fit a message.
    public static final int BYTES_MAX = 64 * 1024;

    /// The block that these bytes are.
    public static Block of(byte[] bytes) {
        return new Block(Sha256.of(bytes), bytes.length);
    }

    /// A list as bytes.
    public static byte[] write(List<Block> blocks) {
        ByteBuffer buffer =
                ByteBuffer.allocate(blocks.size() * ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Block block : blocks) {
            buffer.put(HexFormat.of().parseHex(block.sha256())).putInt(block.length());
        }
        return buffer.array();
    }

    /// Bytes as a list.
    ///
    /// @throws ProtocolException `not-a-block-list`
    public static List<Block> read(byte[] bytes) {
        if (bytes.length % ENTRY_BYTES != 0) {
            throw wrong("%d bytes are no whole number of entries".formatted(bytes.length));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Block> blocks = new ArrayList<>(bytes.length / ENTRY_BYTES);
        byte[] hash = new byte[Sha256.BYTES];
        while (buffer.hasRemaining()) {
            buffer.get(hash);
            int length = buffer.getInt();
            if (length < 1 || length > BYTES_MAX) {
                throw wrong("a block of %d bytes".formatted(length));
            }
            blocks.add(new Block(HexFormat.of().formatHex(hash), length));
        }
        return blocks;
    }

    private static ProtocolException wrong(String why) {
        return new ProtocolException("not-a-block-list", "Not a list of blocks: " + why + ".");
    }
}
