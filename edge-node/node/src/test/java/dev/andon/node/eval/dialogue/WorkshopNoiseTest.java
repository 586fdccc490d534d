package dev.andon.node.eval.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.andon.node.stt.Recordings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

class WorkshopNoiseTest {
    private static final int SECOND = 16_000;
    private static final double[] SPEECH = speech(Recordings.PALLETISER);

    private final WorkshopNoise noise = new WorkshopNoise(List.of(speech(Recordings.FAULT_CODE)));

    @ParameterizedTest
    @EnumSource(Noise.class)
    void isTheSameFromTheSameSeed(Noise kind) {
        double[] once = noise.of(kind, SECOND, new Random(5));
        assertThat(noise.of(kind, SECOND, new Random(5))).isEqualTo(once);
        assertThat(noise.of(kind, SECOND, new Random(6))).isNotEqualTo(once);
        assertThat(Mixture.level(once)).isCloseTo(1, within(1e-9));
    }

    @Test
    void isPinkWithAsMuchPowerInEachOctave() {
        double[] pink = noise.of(Noise.PINK, 4 * SECOND, new Random(5));
        assertThat(power(pink, 200, 400) / power(pink, 1_600, 3_200)).isBetween(0.5, 2.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 10, 5, 0})
    void mixesAtTheAskedDistance(double snrDb) {
        double[] beside = noise.of(Noise.PINK, SPEECH.length, new Random(5));
        short[] mixed = Mixture.of(SPEECH, beside, snrDb).samples();
        short[] clean = Mixture.of(SPEECH, null, snrDb).samples();
        double[] difference = new double[mixed.length];
        for (int i = 0; i < mixed.length; i++) {
            difference[i] = mixed[i] - clean[i];
        }
        double measured =
                20 * Math.log10(Mixture.voicedLevel(doubles(clean)) / Mixture.level(difference));
        assertThat(measured).isCloseTo(snrDb, within(0.1));
    }

    @Test
    void measuresSpeechWithoutItsPauses() {
        double[] padded = Arrays.copyOf(SPEECH, SPEECH.length + 3 * SECOND);
        assertThat(Mixture.voicedLevel(padded))
                .isCloseTo(Mixture.voicedLevel(SPEECH), within(1e-9));
        assertThat(Mixture.level(padded)).isLessThan(Mixture.level(SPEECH) * 0.9);
    }

    /// By a correlation with each whole hertz; slow, and short.
    private static double power(double[] samples, int fromHz, int toHz) {
        double sum = 0;
        for (int hertz = fromHz; hertz < toHz; hertz += 7) {
            double cosine = 0;
            double sine = 0;
            for (int i = 0; i < samples.length; i++) {
                double phase = 2 * Math.PI * hertz * i / SECOND;
                cosine += samples[i] * Math.cos(phase);
                sine += samples[i] * Math.sin(phase);
            }
            sum += 7 * (cosine * cosine + sine * sine);
        }
        return sum;
    }

    private static double[] speech(Recordings recording) {
        return doubles(recording.utterance().audio().samples());
    }

    private static double[] doubles(short[] samples) {
        double[] doubles = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            doubles[i] = samples[i];
        }
        return doubles;
    }
}
