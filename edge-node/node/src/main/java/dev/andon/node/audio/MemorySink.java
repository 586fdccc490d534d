package dev.andon.node.audio;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Keeps sound in memory, in the format of its first chunk, up to a limit.
public final class MemorySink implements AudioSink {
    private final SinkConverter converter = new SinkConverter(null);
    private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    private final int bytesMax;

    /// @param bytesMax of 16-bit samples
    public MemorySink(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    @Override
    public void play(AudioChunk chunk) {
        append(converter.convert(chunk));
    }

    @Override
    public void close() {
        append(converter.flush());
    }

    /// A whole WAV file; empty if nothing was played.
    public byte[] toWav() {
        AudioFormat format = converter.format();
        if (format == null) {
            return new byte[0];
        }
        return ByteBuffer.allocate(WavHeader.BYTES + pcm.size())
                .put(WavHeader.of(format, pcm.size()))
                .put(pcm.toByteArray())
                .array();
    }

    private void append(byte[] bytes) {
        if (pcm.size() + bytes.length > bytesMax) {
            AudioFormat format = converter.format();
            int rate = format == null ? 1 : format.sampleRateHz() * format.channels();
            throw new StageException(
                    Stage.AUDIO,
                    "reply-too-long",
                    "The spoken reply is longer than "
                            + bytesMax / 2 / rate
                            + " s: ask for less at once");
        }
        pcm.writeBytes(bytes);
    }
}
