package dev.andon.node.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.node.tts.Pace;
import dev.andon.node.tts.Speech;
import dev.andon.node.tts.SpeechSynthesizer;
import dev.andon.node.tts.SpeechSynthesizerContract;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class MarySynthesizerTest extends SpeechSynthesizerContract {
    private static MarySynthesizer voice;

    @BeforeAll
    static void start() {
        voice = MarySynthesizer.start();
    }

    @AfterAll
    static void stop() {
        voice.close();
    }

    @Override
    protected SpeechSynthesizer voice() {
        return voice;
    }

    /// The vocoder's, which bear no name of their own.
    @Override
    protected List<Thread> passingThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> !thread.getKey().getName().equals(SpeechWorker.THREAD_NAME))
                .filter(
                        thread ->
                                Arrays.stream(thread.getValue())
                                        .anyMatch(f -> f.getClassName().startsWith("marytts.")))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void keepsTheJavaVersionAsItWas() {
        assertThat(System.getProperty("java.version"))
                .isEqualTo(Runtime.version().toString().split("\\+")[0]);
    }

    @Test
    void refusesDigitsThatTheVoiceWouldSkip() {
        assertThatThrownBy(() -> voice.synthesize("Torque to 45 Nm."))
                .isInstanceOfSatisfying(
                        StageException.class,
                        e -> assertThat(e.code()).isEqualTo("digits-unspoken"))
                .hasMessageContaining("SpokenForm");
    }

    @Test
    void passesOverWhatIsNoWord() {
        assertThat(heard("Stop <b>now</b> & wait.")).isEqualTo(heard("Stop b now b wait."));
    }

    @Test
    void pausesBetweenSentences() {
        assertThat(seconds(heard("Stop. Wait."))).isGreaterThan(seconds(heard("Stop wait.")) + 0.2);
    }

    @Test
    void readsSlowerAndFasterAndThenAsUsual() {
        String words = "Lock and tag the main switch before you open the guard.";
        double usual = seconds(heard(words));
        assertThat(seconds(heard(words, Pace.SLOW))).isGreaterThan(usual * 1.15);
        assertThat(seconds(heard(words, Pace.FAST))).isLessThan(usual * 0.92);
        assertThat(heard(words)).isEqualTo(heard(words));
        assertThat(seconds(heard(words))).isEqualTo(usual);
    }

    @Test
    void isSharedByTwoNodesOfAProcess() {
        try (MarySynthesizer other = MarySynthesizer.start();
                Speech theirs = other.synthesize("Press three.");
                Speech ours = voice.synthesize("Press three.")) {
            for (var chunk = ours.read(); chunk != null; chunk = ours.read()) {
                assertThat(theirs.read()).isEqualTo(chunk);
            }
            assertThat(theirs.read()).isNull();
        }
    }

    @Test
    void saysNoMoreOnceClosed() {
        MarySynthesizer closed = MarySynthesizer.start();
        Speech waiting = closed.synthesize("Press three.");
        closed.close();

        assertThatThrownBy(() -> closed.synthesize("Stop."))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.code()).isEqualTo("closed"));
        assertThat(waiting.read()).isNull();
    }
}
