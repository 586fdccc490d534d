package dev.andon.node.vad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.AudioSource;
import dev.andon.node.audio.Sound;
import dev.andon.node.audio.WavSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

class EndpointerTest {
    private static final int CHUNK = 320;

    private final Endpointer pushToTalk = Endpointer.pushToTalk(EndpointLimits.DEFAULT);
    private final Endpointer handsFree = Endpointer.handsFree(EndpointLimits.DEFAULT);

    static Stream<AudioChunk> soundWithoutSpeech() {
        AudioChunk pause = Sound.silence(AudioFormat.SPEECH, 1_000);
        AudioChunk knock = Sound.tone(AudioFormat.SPEECH, 300, 0.8, 40);
        AudioChunk fanStarts = Sound.joined(pause, Sound.white(0.1, 1_500, 8), pause);
        AudioChunk pumpStarts = Sound.joined(pause, Sound.pink(0.1, 2_500, 9), pause);
        return Stream.of(
                pause,
                Sound.silence(AudioFormat.SPEECH, 0),
                Sound.white(0.002, 3_000, 1),
                Sound.white(0.1, 400, 2),
                Sound.white(0.25, 5_000, 3),
                Sound.pink(0.002, 3_000, 4),
                Sound.pink(0.1, 6_000, 5),
                Sound.hum(0.01, 2_000),
                Sound.hum(0.3, 4_000),
                Sound.mixed(Sound.hum(0.1, 4_000), Sound.pink(0.05, 4_000, 6)),
                Sound.joined(pause, knock, pause, knock, pause),
                fanStarts,
                pumpStarts);
    }

    @ParameterizedTest
    @MethodSource("soundWithoutSpeech")
    void hearsNoSpeechInSilenceHumNoiseAndKnocks(AudioChunk sound) {
        assertThat(pushToTalk.nextUtterance(Sound.source(sound, CHUNK)))
                .isInstanceOf(Capture.Silence.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"question-torque", "question-fault", "word-stop"})
    void hearsSpeechTenDecibelsAboveTheNoise(String name) {
        AudioChunk speech = spoken(name);
        double noise = Sound.rms(speech) / Math.sqrt(10);
        int ms = (int) speech.duration().toMillis();

        assertThat(
                        Stream.of(
                                        speech,
                                        Sound.mixed(speech, Sound.white(noise, ms, 11)),
                                        Sound.mixed(speech, Sound.pink(noise, ms, 12)),
                                        Sound.mixed(speech, Sound.hum(noise, ms)))
                                .map(sound -> pushToTalk.nextUtterance(Sound.source(sound, CHUNK))))
                .hasOnlyElementsOfType(Utterance.class);
    }

    @Test
    void takesTheSilenceAwayAndKeepsAMargin() {
        AudioChunk pause = Sound.silence(AudioFormat.SPEECH, 2_000);
        AudioChunk speech = spoken("question-fault");

        AudioChunk heard = utterance(Sound.joined(pause, speech, pause)).audio();

        assertThat(heard.format()).isEqualTo(AudioFormat.SPEECH);
        assertThat((double) heard.duration().toMillis())
                .isCloseTo(speech.duration().toMillis(), within(600.0));
        short[] samples = heard.samples();
        assertThat(loudest(samples, 0, 16 * 200)).isLessThan(1_000);
        assertThat(loudest(samples, 16 * 200, samples.length - 16 * 250)).isGreaterThan(5_000);
        assertThat(loudest(samples, samples.length - 16 * 200, samples.length)).isLessThan(1_000);
    }

    @Test
    void hearsTheSameInAnyFormat() {
        AudioChunk speech = spoken("question-torque");
        AudioFormat stereo = new AudioFormat(44_100, 2);
        Utterance direct = utterance(speech);

        AudioChunk converted = Sound.converted(speech, stereo, CHUNK);

        assertThat((double) utterance(converted).audio().length())
                .isCloseTo(direct.audio().length(), within(1_600.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.03, 0.2})
    void bringsSpeechToOneLoudness(double rms) {
        AudioChunk audio = utterance(Sound.scaled(spoken("question-torque"), rms)).audio();

        assertThat(20 * Math.log10(Sound.rms(audio))).isCloseTo(-20.5, within(1.5));
    }

    @Test
    void takesAMicrophonesOffsetAway() {
        short[] samples = spoken("question-torque").samples();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (samples[i] / 4 + 3_000);
        }

        short[] audio = utterance(AudioChunk.of(AudioFormat.SPEECH, samples)).audio().samples();

        assertThat(Levelling.mean(audio)).isCloseTo(0, within(2.0));
    }

    @Test
    void countsClippedSamples() {
        AudioChunk shouted = Sound.scaled(spoken("question-torque"), 0.6);

        Level level = utterance(shouted).level();

        assertThat(level.clippedShare()).isBetween(0.01, 0.5);
        assertThat(level.peakDbfs()).isCloseTo(0, within(0.01));
        assertThat(utterance(spoken("question-torque")).level().clippedShare()).isZero();
    }

    @Test
    void measuresDigitalSilenceAsTheLowestLevel() {
        Capture capture =
                pushToTalk.nextUtterance(
                        Sound.source(Sound.silence(AudioFormat.SPEECH, 500), CHUNK));

        assertThat(capture).isEqualTo(new Capture.Silence(new Level(-120, -120, 0)));
    }

    @Test
    void endsAnUtteranceAtSilenceWhenHandsFree() {
        AudioChunk pause = Sound.pink(0.001, 3_000, 7);
        AudioSource source =
                Sound.source(
                        Sound.joined(
                                pause, spoken("question-fault"), pause, spoken("question-torque")),
                        CHUNK);

        Capture capture = handsFree.nextUtterance(source);

        assertThat(capture).isInstanceOf(Utterance.class);
        assertThat(((Utterance) capture).audio().duration().toMillis()).isBetween(1_500L, 3_000L);
        assertThat(Sound.all(source).duration().toMillis()).isGreaterThan(5_000);
    }

    @Test
    void stopsWaitingForSpeechThatDoesNotComeWhenHandsFree() {
        AudioSource source = Sound.source(Sound.pink(0.01, 20_000, 9), CHUNK);

        assertThat(handsFree.nextUtterance(source)).isInstanceOf(Capture.Silence.class);
        assertThat(Sound.all(source).duration().toMillis()).isBetween(11_900L, 12_000L);
    }

    @Test
    void refusesARecordingThatIsTooLongWithoutReadingItAll() {
        AudioSource source = Sound.source(Sound.silence(AudioFormat.SPEECH, 60_000), CHUNK);

        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> pushToTalk.nextUtterance(source))
                .withMessageContaining("cut it to 30 s")
                .satisfies(
                        failure -> {
                            assertThat(failure.stage()).isEqualTo(Stage.ENDPOINT);
                            assertThat(failure.code()).isEqualTo("too-long");
                        });
        assertThat(Sound.all(source).duration().toMillis()).isGreaterThan(29_000);
    }

    private Utterance utterance(AudioChunk sound) {
        Capture capture = pushToTalk.nextUtterance(Sound.source(sound, CHUNK));
        assertThat(capture).isInstanceOf(Utterance.class);
        return (Utterance) capture;
    }

    private static int loudest(short[] samples, int from, int to) {
        int loudest = 0;
        for (int i = from; i < to; i++) {
            loudest = Math.max(loudest, Math.abs(samples[i]));
        }
        return loudest;
    }

    private static AudioChunk spoken(String name) {
        try (InputStream in = EndpointerTest.class.getResourceAsStream(name + ".wav");
                WavSource source = WavSource.of(in.readAllBytes(), name)) {
            return Sound.all(source);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
