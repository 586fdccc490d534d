package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates every compressed stream of a file into nothing, to refuse the file whose few bytes
/// become gigabytes before anything holds them. Pictures are left out: they are decoded only when
/// they are drawn, by [PageRaster], which looks at their size first.
final class InflatedStreams {
    /// Of one stream; a densely drawn page has a few MiB.
    static final long STREAM_BYTES_MAX = 64L << 20;

    /// Of all streams of a file.
    static final long FILE_BYTES_MAX = 8L << 30;

    /// How far in front of its stream a dictionary begins at most, to tell pictures by.
    private static final int DICTIONARY_MAX = 600;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 1 << 16;

    private final Path file;
    private final MemorySegment bytes;
    private final byte[] nowhere = new byte[PIECE];
    private long total;

    private InflatedStreams(Path file, MemorySegment bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /// @throws StageException `corpus`: `pdf-too-large`
    static void check(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            new InflatedStreams(file, bytes).check();
        }
    }

    private void check() {
        long at = next(0);
        while (at >= 0) {
            long start = skipLineEnd(at + STREAM.length);
            long end = start > at + STREAM.length && !isPicture(at) ? inflate(start) : start;
            at = next(end);
        }
    }

    private long next(long from) {
        for (long at = from; at + STREAM.length <= bytes.byteSize(); at++) {
            if (isAt(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(long at) {
        for (int i = 0; i < STREAM.length; i++) {
            if (bytes.get(ValueLayout.JAVA_BYTE, at + i) != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    private long skipLineEnd(long at) {
        long start = at;
        while (start < bytes.byteSize() && start < at + 2) {
            byte c = bytes.get(ValueLayout.JAVA_BYTE, start);
            if (c != '\r' && c != '\n') {
                break;
            }
            start++;
        }
        return start;
    }

    private boolean isPicture(long stream) {
        long from = Math.max(0, stream - DICTIONARY_MAX);
        byte[] before = bytes.asSlice(from, stream - from).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(before, StandardCharsets.ISO_8859_1);
        return text.substring(text.lastIndexOf(" obj") + 1)
                .matches("(?s).*/Subtype\\s*/Image\\b.*");
    }

    /// Returns where the stream ends; what is not compressed ends where it begins.
    private long inflate(long start) {
        Inflater inflater = new Inflater();
        try {
            long length = Math.min(bytes.byteSize() - start, Integer.MAX_VALUE);
            inflater.setInput(bytes.asSlice(start, length).asByteBuffer());
            for (int got = -1; got != 0 && !inflater.finished(); ) {
                got = inflater.inflate(nowhere);
                total += got;
                refuse(inflater.getBytesWritten());
            }
            return start + inflater.getBytesRead();
        } catch (DataFormatException notCompressed) {
            return start;
        } finally {
            inflater.end();
        }
    }

    private void refuse(long stream) {
        if (stream > STREAM_BYTES_MAX || total > FILE_BYTES_MAX) {
            throw tooLarge(file, null);
        }
    }

    static StageException tooLarge(Path file, @Nullable Throwable cause) {
        String message =
                "%s unpacks to more than this node can hold: print it to a new PDF, or split it."
                        .formatted(file);
        return cause == null
                ? new StageException(Stage.CORPUS, "pdf-too-large", message)
                : new StageException(Stage.CORPUS, "pdf-too-large", message, cause);
    }
}
