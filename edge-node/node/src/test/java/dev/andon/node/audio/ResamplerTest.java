package dev.andon.node.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
    private static final int EDGE_MS = 50;

    @ParameterizedTest
    @CsvSource({
        "48000, 16000, 1000",
        "44100, 16000, 440",
        "44100, 16000, 6500",
        "22050, 16000, 3000",
        "8000, 16000, 3000",
        "4000, 16000, 1500",
        "192000, 16000, 2000",
        "11025, 16000, 997",
        "15999, 16000, 2500",
        "16000, 48000, 5000",
        "16000, 44100, 123"
    })
    void keepsATonePure(int from, int to, double hz) {
        AudioFormat source = new AudioFormat(from, 1);
        AudioFormat target = new AudioFormat(to, 1);

        AudioChunk out = Sound.converted(Sound.tone(source, hz, 0.5, 500), target, 1_000);

        assertThat(signalToErrorDb(out, hz, 0.5)).isGreaterThan(70);
    }

    @ParameterizedTest
    @CsvSource({"48000, 9000", "48000, 15000", "44100, 8300", "96000, 40000", "22050, 10000"})
    void suppressesWhatTheLowerRateCannotHold(int from, double hz) {
        AudioFormat source = new AudioFormat(from, 1);

        AudioChunk out =
                Sound.converted(Sound.tone(source, hz, 0.9, 500), AudioFormat.SPEECH, 1_000);

        assertThat(20 * Math.log10(Sound.rms(middle(out)) + 1e-9)).isLessThan(-70);
    }

    @ParameterizedTest
    @CsvSource({"44100, 16000, 1", "44100, 16000, 77", "16000, 48000, 333", "8000, 16000, 4001"})
    void givesTheSameSamplesHoweverTheChunksAreCut(int from, int to, int chunk) {
        AudioFormat target = new AudioFormat(to, 1);
        AudioChunk sound = Sound.tone(new AudioFormat(from, 1), 700, 0.5, 300);

        assertThat(Sound.converted(sound, target, chunk))
                .isEqualTo(Sound.converted(sound, target, sound.length()));
    }

    @ParameterizedTest
    @CsvSource({"44100, 16000", "48000, 16000", "8000, 16000", "16000, 22050"})
    void keepsTheDuration(int from, int to) {
        AudioChunk out =
                Sound.converted(
                        Sound.silence(new AudioFormat(from, 1), 1_000),
                        new AudioFormat(to, 1),
                        500);

        assertThat(out.length()).isEqualTo(to);
    }

    @Test
    void mixesChannelsToTheirMean() {
        AudioChunk stereo =
                AudioChunk.of(new AudioFormat(16_000, 2), new short[] {100, 300, -50, 50, 7, 8});

        assertThat(Sound.converted(stereo, AudioFormat.SPEECH, 2).samples())
                .containsExactly(200, 0, 8);
    }

    @Test
    void givesEveryChannelOfAStereoSinkTheSameSound() {
        AudioChunk mono = AudioChunk.of(AudioFormat.SPEECH, new short[] {1, -2});

        assertThat(Sound.converted(mono, new AudioFormat(16_000, 2), 1).samples())
                .containsExactly(1, 1, -2, -2);
    }

    @Test
    void passesEqualFormatsThroughUntouched() {
        AudioChunk sound = Sound.white(0.2, 100, 1);

        assertThat(Sound.converted(sound, AudioFormat.SPEECH, 50)).isEqualTo(sound);
    }

    @Test
    void givesTheOffsetItsOwnLevel() {
        AudioChunk steady = AudioChunk.of(new AudioFormat(44_100, 1), filled((short) 10_000));

        short[] out = middle(Sound.converted(steady, AudioFormat.SPEECH, 4_410)).samples();

        for (short sample : out) {
            assertThat((int) sample).isCloseTo(10_000, within(2));
        }
    }

    private static short[] filled(short value) {
        short[] samples = new short[22_050];
        java.util.Arrays.fill(samples, value);
        return samples;
    }

    private static AudioChunk middle(AudioChunk sound) {
        int edge = sound.format().sampleRateHz() * EDGE_MS / 1_000;
        return AudioChunk.of(
                sound.format(),
                java.util.Arrays.copyOfRange(sound.samples(), edge, sound.length() - edge));
    }

    /// Against the ideal tone, which the resampler does not delay.
    private static double signalToErrorDb(AudioChunk out, double hz, double amplitude) {
        AudioChunk ideal = Sound.tone(out.format(), hz, amplitude, (int) out.duration().toMillis());
        short[] a = middle(out).samples();
        short[] b = middle(ideal).samples();
        double error = 0;
        double signal = 0;
        for (int i = 0; i < a.length; i++) {
            error += Math.pow(a[i] - b[i], 2);
            signal += Math.pow(b[i], 2);
        }
        return 10 * Math.log10(signal / (error + 1e-9));
    }
}
