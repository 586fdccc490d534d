package dev.andon.node.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;

/// A piece of sound. Immutable.
public final class AudioChunk {
    private final AudioFormat format;
    private final short[] samples;

    private AudioChunk(AudioFormat format, short[] samples) {
        this.format = format;
        this.samples = samples;
    }

    /// Copies the samples.
    public static AudioChunk of(AudioFormat format, short[] samples) {
        return new AudioChunk(format, samples.clone());
    }

    /// From little-endian 16-bit PCM; a trailing odd byte is dropped.
    public static AudioChunk ofPcm(AudioFormat format, byte[] pcm) {
        short[] samples = new short[pcm.length / 2];
        ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return new AudioChunk(format, samples);
    }

    /// Rate and channels.
    public AudioFormat format() {
        return format;
    }

    /// A copy of the samples.
    public short[] samples() {
        return samples.clone();
    }

    /// The number of samples, all channels together.
    public int length() {
        return samples.length;
    }

    /// Little-endian 16-bit PCM.
    public byte[] toPcm() {
        ByteBuffer buffer = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asShortBuffer().put(samples);
        return buffer.array();
    }

    /// How long it lasts.
    public Duration duration() {
        return Duration.ofNanos(
                1_000_000_000L * (samples.length / format.channels()) / format.sampleRateHz());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AudioChunk that
                && format.equals(that.format)
                && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hashCode() {
        return 31 * format.hashCode() + Arrays.hashCode(samples);
    }
}
