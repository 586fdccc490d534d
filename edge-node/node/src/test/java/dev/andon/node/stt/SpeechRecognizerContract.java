package dev.andon.node.stt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What every recogniser does.
public abstract class SpeechRecognizerContract {
    /// A recogniser that is open during the test and hears [Recordings#FAULT_CODE].
    protected abstract SpeechRecognizer recognizer();

    @Test
    void hearsASentence() {
        assertThat(recognizer().transcribe(Recordings.FAULT_CODE.utterance()).text())
                .isEqualTo(Recordings.FAULT_CODE.text());
    }

    @Test
    void hearsAQuietSentence() {
        assertThat(recognizer().transcribe(Recordings.FAULT_CODE.louder(0.3)).text())
                .isEqualTo(Recordings.FAULT_CODE.text());
    }

    @Test
    void timesTheWordsInOrderAndWithinTheUtterance() {
        var utterance = Recordings.FAULT_CODE.utterance();
        List<Word> words = recognizer().transcribe(utterance).words();
        assertThat(words).isNotEmpty();
        int before = 0;
        for (Word word : words) {
            assertThat(word.startMs()).isGreaterThanOrEqualTo(before);
            assertThat(word.endMs()).isGreaterThan(word.startMs());
            before = word.endMs();
        }
        assertThat(before).isLessThanOrEqualTo((int) utterance.audio().duration().toMillis());
    }

    @Test
    void hearsNothingInDigitalSilence() {
        AudioChunk silence = AudioChunk.of(AudioFormat.SPEECH, new short[24_000]);
        assertThat(recognizer().transcribe(Recordings.utterance(silence)).text()).isEmpty();
    }

    @Test
    void hearsNothingInFaintNoise() {
        Random random = new Random(4);
        short[] noise = new short[24_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 10);
        }
        AudioChunk chunk = AudioChunk.of(AudioFormat.SPEECH, noise);
        assertThat(recognizer().transcribe(Recordings.utterance(chunk)).text()).isEmpty();
    }

    @Test
    void hearsNothingInNoSoundAtAll() {
        AudioChunk nothing = AudioChunk.of(AudioFormat.SPEECH, new short[0]);
        assertThat(recognizer().transcribe(Recordings.utterance(nothing)))
                .isEqualTo(new Transcript("", List.of()));
    }

    @Test
    void givesEveryCallerItsOwnWords() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Transcript>> heard = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                var utterance =
                        i % 2 == 0
                                ? Recordings.FAULT_CODE.utterance()
                                : Recordings.utterance(
                                        AudioChunk.of(AudioFormat.SPEECH, new short[8_000]));
                heard.add(callers.submit(() -> recognizer().transcribe(utterance)));
            }
            for (int i = 0; i < heard.size(); i++) {
                assertThat(heard.get(i).get().text())
                        .isEqualTo(i % 2 == 0 ? Recordings.FAULT_CODE.text() : "");
            }
        }
    }

    @Test
    void refusesSoundOfAnotherRate() {
        AudioChunk chunk = AudioChunk.of(new AudioFormat(8_000, 1), new short[800]);
        assertThatThrownBy(() -> recognizer().transcribe(Recordings.utterance(chunk)))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo("audio-format"));
    }

    @Test
    void refusesAnEndlessUtterance() {
        int samples = (int) (Duration.ofMinutes(10).toSeconds() * 16_000);
        AudioChunk chunk = AudioChunk.of(AudioFormat.SPEECH, new short[samples]);
        assertThatThrownBy(() -> recognizer().transcribe(Recordings.utterance(chunk)))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("utterance-too-long"));
    }

    @Test
    void refusesSoundOnceClosed() {
        SpeechRecognizer recognizer = recognizer();
        recognizer.close();
        recognizer.close();
        var utterance = Recordings.FAULT_CODE.utterance();
        assertThatThrownBy(() -> recognizer.transcribe(utterance))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("recogniser-closed"));
    }
}
