package dev.andon.node.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Looks in files for sound: any 32 samples of it in a row, in any of the usual encodings, at any
/// byte of a file.
final class PcmSearch {
    private static final int RUN = 32;

    /// Fewer different values in a run are silence, or a slope that stands in many files.
    private static final int DIFFERENT_MIN = 10;

    private static final int KEY_BYTES = 8;

    private final List<byte[]> encodings = new ArrayList<>();
    private final List<Integer> runBytes = new ArrayList<>();

    /// First eight bytes of each run, open addressing; and where the run is.
    private final long[] keys = new long[1 << 22];
    private final int[] encodingOf = new int[1 << 22];
    private final int[] offsetOf = new int[1 << 22];
    private int runs;

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
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            bytes.order(ByteOrder.BIG_ENDIAN);
            for (int at = 0; at + KEY_BYTES <= bytes.limit(); at++) {
                if (holdsAt(bytes, at)) {
                    return true;
                }
            }
            return false;
        }
    }

    private boolean holdsAt(ByteBuffer bytes, int at) {
        long key = bytes.getLong(at);
        for (int slot = slot(key); keys[slot] != 0; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key && same(bytes, at, encodingOf[slot], offsetOf[slot])) {
                return true;
            }
        }
        return false;
    }

    private boolean same(ByteBuffer bytes, int at, int encoding, int offset) {
        int length = runBytes.get(encoding);
        if (at + length > bytes.limit()) {
            return false;
        }
        byte[] there = new byte[length];
        bytes.get(at, there);
        return Arrays.equals(there, 0, length, encodings.get(encoding), offset, offset + length);
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
            long different =
                    there.stream().map(s -> width == 1 ? s >> 8 : (int) s).distinct().count();
            if (different >= DIFFERENT_MIN) {
                run.accept(start);
            }
        }
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
