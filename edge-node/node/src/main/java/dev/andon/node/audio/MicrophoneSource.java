package dev.andon.node.audio;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/// This computer's microphone. It has no end until [#release] or [#close] is called.
public final class MicrophoneSource implements AudioSource {
    private static final AudioFormat FORMAT = new AudioFormat(48_000, 1);
    private static final int CHUNK_BYTES = FORMAT.sampleRateHz() / 50 * 2;

    private final TargetDataLine line;
    private volatile boolean released;

    private MicrophoneSource(TargetDataLine line) {
        this.line = line;
    }

    /// Whether there is a microphone.
    public static boolean available() {
        return AudioSystem.isLineSupported(info());
    }

    /// Opens the microphone and begins to listen.
    ///
    /// @throws StageException `audio`, `no-audio-device`: there is none, or it is in use
    public static MicrophoneSource open() {
        try {
            TargetDataLine line = (TargetDataLine) AudioSystem.getLine(info());
            line.open(pcm(FORMAT));
            line.start();
            return new MicrophoneSource(line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new StageException(
                    Stage.AUDIO,
                    "no-audio-device",
                    "No microphone can be opened: connect one, or ask with a WAV file or typed"
                            + " text",
                    e);
        }
    }

    @Override
    public AudioFormat format() {
        return FORMAT;
    }

    /// Stops listening; what was heard so far can still be read. May be called from any thread.
    public void release() {
        released = true;
        line.stop();
    }

    @Override
    public @Nullable AudioChunk read() {
        byte[] pcm = new byte[CHUNK_BYTES];
        int waiting = line.available() - line.available() % 2;
        int wanted = released ? Math.min(CHUNK_BYTES, waiting) : CHUNK_BYTES;
        int read = line.read(pcm, 0, wanted);
        return read <= 0 ? null : AudioChunk.ofPcm(FORMAT, Arrays.copyOf(pcm, read));
    }

    @Override
    public void close() {
        release();
        line.close();
    }

    static javax.sound.sampled.AudioFormat pcm(AudioFormat format) {
        return new javax.sound.sampled.AudioFormat(
                format.sampleRateHz(), 16, format.channels(), true, false);
    }

    private static DataLine.Info info() {
        return new DataLine.Info(TargetDataLine.class, pcm(FORMAT));
    }
}
