package dev.andon.node.audio;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// A WAV file, read as a stream: PCM of 8 to 32 bits or floating point, 4 to 192 kHz, any channels.
///
/// A file that ends early gives what is there.
public final class WavSource implements AudioSource {
    private static final int FRAMES_PER_CHUNK = 4_096;

    private final InputStream in;
    private final String name;
    private final WavHeader header;
    private long bytesLeft;
    private @Nullable AudioChunk ahead;

    private WavSource(InputStream in, String name) throws IOException {
        this.in = in;
        this.name = name;
        this.header = WavHeader.read(in, name);
        this.bytesLeft = header.dataBytes();
        this.ahead = next();
        if (ahead == null) {
            throw new StageException(
                    Stage.AUDIO, "wav-empty", name + " has no samples: record it again");
        }
    }

    /// Opens a file.
    ///
    /// @throws StageException `audio`: absent, unreadable, not a WAV file, or without a sample
    public static WavSource open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StageException(
                    Stage.AUDIO, "file-missing", "There is no file " + file + ": check the path");
        }
        try {
            return begin(new BufferedInputStream(Files.newInputStream(file)), file.toString());
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /// Opens a file that is in memory.
    ///
    /// @param name for messages, "the upload"
    /// @throws StageException `audio`: not a WAV file, or without a sample
    public static WavSource of(byte[] file, String name) {
        try {
            return begin(new ByteArrayInputStream(file), name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static WavSource begin(InputStream in, String name) throws IOException {
        boolean begun = false;
        try {
            WavSource source = new WavSource(in, name);
            begun = true;
            return source;
        } finally {
            if (!begun) {
                in.close();
            }
        }
    }

    @Override
    public AudioFormat format() {
        return header.format();
    }

    @Override
    public @Nullable AudioChunk read() {
        AudioChunk chunk = ahead;
        try {
            ahead = chunk == null ? null : next();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        return chunk;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private @Nullable AudioChunk next() throws IOException {
        int frameBytes = header.encoding().bytes() * header.format().channels();
        byte[] bytes = in.readNBytes((int) Math.min(bytesLeft, FRAMES_PER_CHUNK * frameBytes));
        int frames = bytes.length / frameBytes;
        if (frames == 0) {
            return null;
        }
        bytesLeft -= bytes.length;
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[frames * header.format().channels()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = header.encoding().next(buffer);
        }
        return AudioChunk.of(header.format(), samples);
    }

    /// The mend for a file of the wrong kind.
    static String convert(String name) {
        return "convert it with: sox '" + name + "' -b 16 -r 16000 -c 1 question.wav";
    }

    private static StageException unreadable(String name, IOException e) {
        return new StageException(
                Stage.AUDIO, "unreadable", name + " cannot be read: check its permissions", e);
    }
}
