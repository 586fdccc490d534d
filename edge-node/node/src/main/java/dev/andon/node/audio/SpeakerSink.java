package dev.andon.node.audio;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// This computer's loudspeaker.
public final class SpeakerSink implements AudioSink {
    private static final AudioFormat FORMAT = new AudioFormat(48_000, 1);

    private final SinkConverter converter = new SinkConverter(FORMAT);
    private final SourceDataLine line;

    private SpeakerSink(SourceDataLine line) {
        this.line = line;
    }

    /// Whether there is a loudspeaker.
    public static boolean available() {
        return AudioSystem.isLineSupported(info());
    }

    /// Opens the loudspeaker.
    ///
    /// @throws StageException `audio`, `no-audio-device`: there is none, or it is in use
    public static SpeakerSink open() {
        try {
            SourceDataLine line = (SourceDataLine) AudioSystem.getLine(info());
            line.open(MicrophoneSource.pcm(FORMAT));
            line.start();
            return new SpeakerSink(line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new StageException(
                    Stage.AUDIO,
                    "no-audio-device",
                    "No loudspeaker can be opened: connect one, or have the reply written to a"
                            + " WAV file",
                    e);
        }
    }

    @Override
    public void play(AudioChunk chunk) {
        write(converter.convert(chunk));
    }

    /// Falls silent at once; what was not heard yet is dropped. May be called from any thread.
    public void hush() {
        line.stop();
        line.flush();
        line.start();
    }

    @Override
    public void close() {
        write(converter.flush());
        line.drain();
        line.close();
    }

    private void write(byte[] pcm) {
        line.write(pcm, 0, pcm.length);
    }

    private static DataLine.Info info() {
        return new DataLine.Info(SourceDataLine.class, MicrophoneSource.pcm(FORMAT));
    }
}
