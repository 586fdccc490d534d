package dev.andon.node.eval.dialogue;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;

import org.jspecify.annotations.Nullable;

/// Speech and noise in one sound. How loud the speech is, is measured where a voice is: pauses
/// would make it seem softer.
final class Mixture {
    /// Samples of a frame of 20 ms.
    private static final int FRAME = 320;

    /// A frame so much softer than the loudest is a pause.
    private static final double PAUSE_DB = 25;

    /// Where the speech stands below full scale.
    private static final double SPEECH_LEVEL = 32_768 * Math.pow(10, -26 / 20.0);

    private static final double PEAK_MAX = 32_000;

    private Mixture() {}

    /// The effective value of samples.
    static double level(double[] samples) {
        return Math.sqrt(power(samples, 0, samples.length));
    }

    /// The same of the frames that have a voice.
    static double voicedLevel(double[] speech) {
        double loudest = 0;
        for (int at = 0; at + FRAME <= speech.length; at += FRAME) {
            loudest = Math.max(loudest, power(speech, at, at + FRAME));
        }
        double threshold = loudest * Math.pow(10, -PAUSE_DB / 10);
        double sum = 0;
        int frames = 0;
        for (int at = 0; at + FRAME <= speech.length; at += FRAME) {
            double power = power(speech, at, at + FRAME);
            if (power > 0 && power >= threshold) {
                sum += power;
                frames++;
            }
        }
        return frames == 0 ? 0 : Math.sqrt(sum / frames);
    }

    /// The speech with noise below its voice by so much.
    ///
    /// @param noise of power one, as long as the speech; null for none
    static AudioChunk of(double[] speech, double @Nullable [] noise, double snrDb) {
        double voice = voicedLevel(speech);
        double scale = SPEECH_LEVEL / Math.max(voice, 1e-9);
        double[] mixed = new double[speech.length];
        double peak = 0;
        for (int i = 0; i < mixed.length; i++) {
            double beside = noise == null ? 0 : noise[i] * voice * Math.pow(10, -snrDb / 20);
            mixed[i] = (speech[i] + beside) * scale;
            peak = Math.max(peak, Math.abs(mixed[i]));
        }
        return chunk(mixed, Math.min(1, PEAK_MAX / Math.max(peak, 1)));
    }

    private static AudioChunk chunk(double[] samples, double scale) {
        short[] rounded = new short[samples.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (short) Math.round(samples[i] * scale);
        }
        return AudioChunk.of(AudioFormat.SPEECH, rounded);
    }

    private static double power(double[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return sum / Math.max(1, to - from);
    }
}
