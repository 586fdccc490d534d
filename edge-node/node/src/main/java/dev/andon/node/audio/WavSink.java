package dev.andon.node.audio;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes a 16-bit WAV file. It appears under its name, whole, when the sink is closed; if nothing
/// was played there is no file.
public final class WavSink implements AudioSink {
    private static final long DATA_BYTES_MAX = 0xFFFF_0000L;

    private final Path file;
    private final SinkConverter converter;
    private @Nullable Path unfinished;
    private @Nullable OutputStream out;
    private long dataBytes;

    private WavSink(Path file, @Nullable AudioFormat format) {
        this.file = file.toAbsolutePath();
        this.converter = new SinkConverter(format);
    }

    /// A file in the format of its first chunk.
    public static WavSink to(Path file) {
        return new WavSink(file, null);
    }

    /// A file in a fixed format.
    public static WavSink to(Path file, AudioFormat format) {
        return new WavSink(file, format);
    }

    @Override
    public void play(AudioChunk chunk) {
        try {
            write(converter.convert(chunk));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        if (out == null) {
            return;
        }
        try {
            write(converter.flush());
            finish();
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            abandon();
        }
    }

    private void write(byte[] pcm) throws IOException {
        OutputStream target = out == null ? begin() : out;
        dataBytes += pcm.length;
        if (dataBytes > DATA_BYTES_MAX) {
            throw new StageException(
                    Stage.AUDIO,
                    "wav-full",
                    file + " would pass 4 GB, the most that a WAV file can hold: cut it");
        }
        target.write(pcm);
    }

    private OutputStream begin() throws IOException {
        unfinished =
                file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW);
        out.write(new byte[WavHeader.BYTES]);
        return out;
    }

    private void finish() throws IOException {
        AudioFormat format = converter.format();
        if (out == null || unfinished == null || format == null) {
            return;
        }
        out.close();
        out = null;
        try (RandomAccessFile head = new RandomAccessFile(unfinished.toFile(), "rw")) {
            head.write(WavHeader.of(format, dataBytes));
        }
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        unfinished = null;
    }

    /// Leaves nothing behind if the file could not be finished.
    private void abandon() {
        Path part = unfinished;
        unfinished = null;
        if (part != null && !part.toFile().delete()) {
            part.toFile().deleteOnExit();
        }
    }

    private StageException unwritable(IOException e) {
        return new StageException(
                Stage.AUDIO,
                "unwritable",
                file + " cannot be written: check that its folder exists, is writable and has room",
                e);
    }
}
