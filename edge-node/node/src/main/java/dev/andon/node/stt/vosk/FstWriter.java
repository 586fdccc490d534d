package dev.andon.node.stt.vosk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes an [Fst] as the decoder reads it: OpenFst's vector format, standard arcs, little endian.
final class FstWriter {
    static final int MAGIC = 2_125_659_606;
    static final String VECTOR = "vector";
    static final String STANDARD = "standard";
    static final int HEADER_BYTES = 4 + 4 + VECTOR.length() + 4 + STANDARD.length() + 2 * 4 + 4 * 8;
    static final int STATE_BYTES = 4 + 8;
    static final int ARC_BYTES = 4 * 4;

    private static final int VERSION = 2;
    private static final int NO_FLAGS = 0;
    /// Can be expanded and changed; nothing else is promised.
    private static final long PROPERTIES = 3;

    private FstWriter() {}

    static void write(Fst fst, Fst.Order order, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(header(fst));
            for (int state = 0; state < fst.states(); state++) {
                out.write(state(fst, order, state));
            }
        }
    }

    private static byte[] header(Fst fst) {
        ByteBuffer buffer = littleEndian(HEADER_BYTES).putInt(MAGIC);
        put(buffer, VECTOR);
        put(buffer, STANDARD);
        buffer.putInt(VERSION).putInt(NO_FLAGS).putLong(PROPERTIES);
        return buffer.putLong(fst.start()).putLong(fst.states()).putLong(fst.arcs()).array();
    }

    private static byte[] state(Fst fst, Fst.Order order, int state) {
        var arcs = fst.arcsOf(state, order);
        ByteBuffer buffer = littleEndian(STATE_BYTES + arcs.size() * ARC_BYTES);
        buffer.putFloat(fst.finalCost(state)).putLong(arcs.size());
        for (Fst.Arc arc : arcs) {
            buffer.putInt(arc.input()).putInt(arc.output()).putFloat(arc.cost()).putInt(arc.next());
        }
        return buffer.array();
    }

    private static void put(ByteBuffer buffer, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        buffer.putInt(bytes.length).put(bytes);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
