package dev.andon.node.eval.dialogue;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.Resampler;
import dev.andon.node.audio.WavSource;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/// Has words spoken, once a voice, and keeps the sound in a folder.
///
/// @param folder for recordings; they may stay for another run
record Recorder(Path folder) {
    private static final int QUIET_BEFORE = 4_800;
    private static final int QUIET_AFTER = 6_400;

    /// The words in a voice, 16 kHz, with a moment of quiet before and after.
    ///
    /// @throws dev.andon.knowledge.StageException `audio`, `voice-failed`
    double[] speech(SpokenVoice voice, String words) {
        String name = HexFormat.of().toHexDigits(words.hashCode());
        Path wav = folder.resolve(voice.label()).resolve(name + ".wav");
        voice.speak(words, wav);
        short[] said = samples(wav);
        double[] speech = new double[QUIET_BEFORE + said.length + QUIET_AFTER];
        for (int i = 0; i < said.length; i++) {
            speech[QUIET_BEFORE + i] = said[i];
        }
        return speech;
    }

    private static short[] samples(Path wav) {
        try (WavSource source = WavSource.open(wav)) {
            Resampler resampler = new Resampler(source.format(), AudioFormat.SPEECH);
            short[] all = new short[0];
            for (AudioChunk chunk = source.read(); chunk != null; chunk = source.read()) {
                all = joined(all, resampler.convert(chunk).samples());
            }
            return joined(all, resampler.flush().samples());
        }
    }

    private static short[] joined(short[] first, short[] second) {
        short[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
