package dev.andon.node.stt.vosk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Looks an OpenFst file over. The decoder trusts every arc: one that leads to a state that is not
/// there ends the process.
final class GraphFile {
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int NEXT_OFFSET = 12;

    private final MemorySegment bytes;
    private final long states;
    private final long arcs;

    private GraphFile(MemorySegment bytes) {
        this.bytes = bytes;
        this.states = bytes.get(LONG, FstWriter.HEADER_BYTES - 16);
        this.arcs = bytes.get(LONG, FstWriter.HEADER_BYTES - 8);
    }

    /// What is wrong with a file, as the end of a sentence about it; empty if nothing is. Formats
    /// other than the plain vector are only known by their first bytes.
    static Optional<String> fault(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (bytes.byteSize() < FstWriter.HEADER_BYTES || bytes.get(INT, 0) != FstWriter.MAGIC) {
                return Optional.of("is no OpenFst graph");
            }
            return isVector(bytes) ? new GraphFile(bytes).fault() : Optional.empty();
        }
    }

    private static boolean isVector(MemorySegment bytes) {
        byte[] type = FstWriter.VECTOR.getBytes(StandardCharsets.US_ASCII);
        return bytes.get(INT, 4) == type.length
                && bytes.asSlice(8, type.length).mismatch(MemorySegment.ofArray(type)) < 0;
    }

    private Optional<String> fault() {
        long stateBytes = bytes.byteSize() - FstWriter.HEADER_BYTES - arcs * FstWriter.ARC_BYTES;
        if (states < 1 || arcs < 0 || stateBytes != states * FstWriter.STATE_BYTES) {
            return Optional.of("is cut short");
        }
        long at = FstWriter.HEADER_BYTES;
        for (long state = 0; state < states; state++) {
            long leaving = bytes.get(LONG, at + Float.BYTES);
            at += FstWriter.STATE_BYTES;
            if (leaving < 0 || leaving > (bytes.byteSize() - at) / FstWriter.ARC_BYTES) {
                return Optional.of("is damaged");
            }
            long end = at + leaving * FstWriter.ARC_BYTES;
            for (; at < end; at += FstWriter.ARC_BYTES) {
                int next = bytes.get(INT, at + NEXT_OFFSET);
                if (next < 0 || next >= states) {
                    return Optional.of("is damaged");
                }
            }
        }
        return Optional.empty();
    }
}
