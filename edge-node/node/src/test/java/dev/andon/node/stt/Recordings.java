package dev.andon.node.stt;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.vad.Level;
import dev.andon.node.vad.Utterance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/// Speech for the tests, made by a synthesiser: 16 kHz mono.
public enum Recordings {
    FAULT_CODE("fault-code.wav", "what does fault e forty two mean"),
    NEW_WORDS("new-words.wav", "replace the thermocouple of the labeller spindle"),
    PALLETISER("palletiser.wav", "reset the palletiser");

    private static final int WAV_HEADER_BYTES = 44;
    private static final Level LEVEL = new Level(-6, -20, 0);

    private final String file;
    private final String text;

    Recordings(String file, String text) {
        this.file = file;
        this.text = text;
    }

    public String text() {
        return text;
    }

    public Utterance utterance() {
        try (var in = Recordings.class.getResourceAsStream("/stt/" + file)) {
            byte[] wav = Objects.requireNonNull(in, file).readAllBytes();
            byte[] pcm = Arrays.copyOfRange(wav, WAV_HEADER_BYTES, wav.length);
            return utterance(AudioChunk.ofPcm(AudioFormat.SPEECH, pcm));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same at another loudness.
    public Utterance louder(double factor) {
        short[] samples = utterance().audio().samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(samples[i] * factor);
        }
        return utterance(AudioChunk.of(AudioFormat.SPEECH, samples));
    }

    public static Utterance utterance(AudioChunk audio) {
        return new Utterance(audio, LEVEL);
    }
}
