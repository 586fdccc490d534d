package dev.andon.protocol.library;

import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// The vector of one passage: 32 bytes name what was embedded, 32 bytes are the SHA-256 of the
/// vector, then the vector itself, float32 little endian. In a file of vectors each record is one
/// block, so that a passage that did not change does not travel again.
///
/// Immutable.
public final class VectorRecord {
    private static final int HEAD_BYTES = 2 * Sha256.BYTES;

    private final String input;
    private final byte[] vector;

    /// @param input SHA-256 of the text that was embedded, hexadecimal
    /// @param vector float32 little endian
    public VectorRecord(String input, byte[] vector) {
        this.input = input;
        this.vector = vector.clone();
    }

    /// SHA-256 of the text that was embedded, hexadecimal.
    public String input() {
        return input;
    }

    /// A copy of the vector, float32 little endian.
    public byte[] vector() {
        return vector.clone();
    }

    /// As bytes.
    public byte[] write() {
        return ByteBuffer.allocate(HEAD_BYTES + vector.length)
                .put(HexFormat.of().parseHex(input))
                .put(HexFormat.of().parseHex(Sha256.of(vector)))
                .put(vector)
                .array();
    }

    /// From bytes, checked.
    ///
    /// @throws ProtocolException `corrupt-vector`: its hash is not the vector's, or it is not as
    ///     long as it should be
    public static VectorRecord read(byte[] bytes, int dimensions) {
        if (bytes.length != HEAD_BYTES + dimensions * Float.BYTES) {
            throw new ProtocolException(
                    "corrupt-vector", "A record of vectors has %d bytes.".formatted(bytes.length));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] input = new byte[Sha256.BYTES];
        byte[] hash = new byte[Sha256.BYTES];
        byte[] vector = new byte[bytes.length - HEAD_BYTES];
        buffer.get(input).get(hash).get(vector);
        if (!HexFormat.of().formatHex(hash).equals(Sha256.of(vector))) {
            throw new ProtocolException("corrupt-vector", "A vector does not match its hash.");
        }
        return new VectorRecord(HexFormat.of().formatHex(input), vector);
    }
}
