package dev.andon.node.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.node.audio.AudioChunk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What every voice keeps. An engine's test inherits it.
public abstract class SpeechSynthesizerContract {
    private static final String SENTENCE =
            "Torque the nozzle bolts on press three to forty five newton meters.";
    private static final double SILENCE_RMS = 300;
    private static final Duration THREAD_END_LIMIT = Duration.ofSeconds(30);

    /// A voice that is open until the class is done.
    protected abstract SpeechSynthesizer voice();

    /// The threads that the engine has for a speech only, as far as they are alive now.
    protected abstract List<Thread> passingThreads();

    @Test
    void saysTheWordsItWasGiven() {
        try (Speech speech = voice().synthesize(SENTENCE)) {
            assertThat(speech.words()).isEqualTo(SENTENCE);
        }
    }

    @Test
    void speaksAtAHumanPace() {
        double seconds = seconds(heard(SENTENCE));

        double wordsPerSecond = SENTENCE.split(" ").length / seconds;
        assertThat(wordsPerSecond).isBetween(1.5, 5.0);
    }

    @Test
    void isLouderThanSilence() {
        assertThat(rms(heard(SENTENCE))).isGreaterThan(SILENCE_RMS);
    }

    @Test
    void givesEveryChunkInTheSpeechsFormat() {
        try (Speech speech = voice().synthesize(SENTENCE)) {
            for (AudioChunk chunk = speech.read(); chunk != null; chunk = speech.read()) {
                assertThat(chunk.format()).isEqualTo(speech.format());
                assertThat(chunk.length()).isPositive();
            }
        }
    }

    @Test
    void speaksBeforeTheEndIsKnown() {
        String longText = SENTENCE + " " + SENTENCE.repeat(4);
        heard(SENTENCE);

        long start = System.nanoTime();
        try (Speech speech = voice().synthesize(longText)) {
            assertThat(speech.read()).isNotNull();
            long first = System.nanoTime() - start;
            while (speech.read() != null) {}
            long all = System.nanoTime() - start;
            assertThat(first).isLessThan(all / 2);
        }
    }

    @Test
    void staysAtItsEnd() {
        try (Speech speech = voice().synthesize("Stop.")) {
            while (speech.read() != null) {}
            assertThat(speech.read()).isNull();
            assertThat(speech.read()).isNull();
        }
    }

    @Test
    void soundsTheSameEachTime() {
        assertThat(heard(SENTENCE)).isEqualTo(heard(SENTENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", ",", "?", " . , ?", "'", "\n"})
    void isSilentWhereThereIsNothingToSay(String words) {
        assertThat(heard(words)).isEmpty();
    }

    @Test
    void speaksFortyTimesInARow() {
        List<AudioChunk> once = heard("Press three.");
        for (int i = 0; i < 39; i++) {
            assertThat(heard("Press three.")).isEqualTo(once);
        }
    }

    @Test
    void servesManyCallersOneAfterTheOther() throws Exception {
        List<AudioChunk> alone = heard("Fault E forty two.");
        List<Callable<List<AudioChunk>>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            callers.add(() -> heard("Fault E forty two."));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<AudioChunk>> caller : threads.invokeAll(callers)) {
                assertThat(caller.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void isSilentOnceClosed() {
        Speech speech = voice().synthesize(SENTENCE);
        assertThat(speech.read()).isNotNull();

        speech.close();

        assertThat(speech.read()).isNull();
    }

    @Test
    void keepsNothingOfSpeechesThatWereAbandoned() throws InterruptedException {
        List<AudioChunk> alone = heard("Stop.");
        for (int i = 0; i < 50; i++) {
            try (Speech speech = voice().synthesize("Press three, nozzle.")) {
                if (i % 2 == 0) {
                    assertThat(speech.read()).isNotNull();
                }
            }
        }

        assertThat(heard("Stop.")).isEqualTo(alone);
        for (Thread thread : passingThreads()) {
            assertThat(thread.join(THREAD_END_LIMIT)).as(thread.getName()).isTrue();
        }
    }

    @Test
    void refusesATextThatWouldTakeHours() {
        String book = "word ".repeat(200_000);

        assertThatThrownBy(() -> voice().synthesize(book))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo("text-too-long"));
    }

    @Test
    void speaksEnglish() {
        assertThat(voice().languages()).contains("en");
    }

    /// All chunks of a speech.
    protected final List<AudioChunk> heard(String words) {
        return heard(words, Pace.USUAL);
    }

    protected final List<AudioChunk> heard(String words, Pace pace) {
        List<AudioChunk> chunks = new ArrayList<>();
        try (Speech speech = voice().synthesize(words, pace)) {
            for (AudioChunk chunk = speech.read(); chunk != null; chunk = speech.read()) {
                chunks.add(chunk);
            }
        }
        return chunks;
    }

    protected static double seconds(List<AudioChunk> chunks) {
        return chunks.stream()
                        .map(AudioChunk::duration)
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMillis()
                / 1000.0;
    }

    private static double rms(List<AudioChunk> chunks) {
        double sum = 0;
        long count = 0;
        for (AudioChunk chunk : chunks) {
            for (short sample : chunk.samples()) {
                sum += (double) sample * sample;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }
}
