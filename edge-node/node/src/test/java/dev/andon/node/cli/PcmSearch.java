package dev.andon.node.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Looks in files and bytes for sound: any 32 samples of it in a row, in any of the usual
/// encodings, at any byte of them.
final class PcmSearch {
    private static final int RUN = 32;

    /// Fewer different values in a run are silence, or a slope that stands in many files.
    private static final int DIFFERENT_MIN = 10;

    private static final int KEY_BYTES = 8;
    private static final int SEEN = 1 << 22;

    private final List<byte[]> encodings = new ArrayList<>();
    private final List<Integer> runBytes = new ArrayList<>();

    /// First eight bytes of each run, open addressing; and where the run is.
    private final long[] keys = new long[1 << 22];
    private final int[] encodingOf = new int[1 << 22];
    private final int[] offsetOf = new int[1 << 22];
    private int runs;

    /// Says of nearly every key at once that it is not there.
    private final BitSet seen = new BitSet(SEEN);

    /// Adds sound to look for.
    PcmSearch add(List<Short> samples) {
        add(samples, 2, (buffer, s) -> buffer.order(ByteOrder.LITTLE_ENDIAN).putShort(s));
        add(samples, 2, (buffer, s) -> buffer.order(ByteOrder.BIG_ENDIAN).putShort(s));
        add(samples, 1, (buffer, s) -> buffer.put((byte) (s >> 8)));
        add(samples, 1, (buffer, s) -> buffer.put((byte) ((s >> 8) + 128)));
        add(samples, 4, (buffer, s) -> buffer.order(ByteOrder.LITTLE_ENDIAN).putFloat(s / 32_768f));
        add(samples, 4, (buffer, s) -> buffer.order(ByteOrder.BIG_ENDIAN).putFloat(s / 32_768f));
        return this;
    }

    /// How many runs are looked for.
    int runs() {
        return runs;
    }

    /// The files below a folder that hold any of it.
    List<Path> filesHolding(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(file)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private boolean holds(Path file) throws IOException {
        return holds(Files.readAllBytes(file));
    }

    /// Whether these bytes hold any of it.
    boolean holds(byte[] bytes) {
        long key = 0;
        for (int at = 0; at < bytes.length; at++) {
            key = key << 8 | bytes[at] & 0xff;
            if (at >= KEY_BYTES - 1
                    && seen.get(slot(key) & SEEN - 1)
                    && holdsAt(bytes, at - KEY_BYTES + 1, key)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsAt(byte[] bytes, int at, long key) {
        for (int slot = slot(key); keys[slot] != 0; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key && same(bytes, at, encodingOf[slot], offsetOf[slot])) {
                return true;
            }
        }
        return false;
    }

    private boolean same(byte[] bytes, int at, int encoding, int offset) {
        int end = at + runBytes.get(encoding);
        byte[] sound = encodings.get(encoding);
        return end <= bytes.length
                && Arrays.equals(bytes, at, end, sound, offset, offset + end - at);
    }

    private void add(List<Short> samples, int width, Writer writer) {
        ByteBuffer buffer = ByteBuffer.allocate(samples.size() * width);
        samples.forEach(sample -> writer.write(buffer, sample));
        encodings.add(buffer.array());
        runBytes.add(RUN * width);
        int encoding = encodings.size() - 1;
        ByteBuffer written = ByteBuffer.wrap(buffer.array());
        each(samples, width, start -> put(written.getLong(start * width), encoding, start * width));
    }

    private static void each(List<Short> samples, int width, IntConsumer run) {
        for (int start = 0; start + RUN <= samples.size(); start++) {
            List<Short> there = samples.subList(start, start + RUN);
            if (different(there, width) >= DIFFERENT_MIN) {
                run.accept(start);
            }
        }
    }

    private static long different(List<Short> samples, int width) {
        return samples.stream().mapToInt(s -> width == 1 ? s >> 8 : s).distinct().count();
    }

    private void put(long key, int encoding, int offset) {
        if (key == 0) {
            return;
        }
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        seen.set(slot(key) & SEEN - 1);
        encodingOf[slot] = encoding;
        offsetOf[slot] = offset;
        runs++;
        if (runs > keys.length / 2) {
            throw new IllegalStateException("too much sound to look for");
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 42) & keys.length - 1;
    }

    private interface Writer {
        void write(ByteBuffer buffer, short sample);
    }
}
