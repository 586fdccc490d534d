package dev.andon.node.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.node.tts.Speech;

import marytts.exceptions.SynthesisException;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/// What MaryTTS does only when it breaks, done by hand: its reader waits for a vocoder that died.
class HangingVocoderTest {
    private static final Duration LIMIT = Duration.ofMillis(200);

    @Test
    void stopsASpeechThatMakesNoSound() {
        try (var voice = new MarySynthesizer((_, _) -> sound(new Hanging()), LIMIT);
                Speech speech = voice.synthesize("Press three.")) {
            assertThatThrownBy(speech::read)
                    .isInstanceOfSatisfying(
                            StageException.class, e -> assertThat(e.code()).isEqualTo("stalled"))
                    .hasMessageContaining("Press three.");
            assertThatThrownBy(speech::read).isInstanceOf(StageException.class);
        }
    }

    @Test
    void speaksAgainAfterIt() {
        var calls = new AtomicInteger();
        Vocoder onceHanging =
                (_, _) -> sound(calls.getAndIncrement() == 0 ? new Hanging() : second());
        try (var voice = new MarySynthesizer(onceHanging, LIMIT)) {
            Speech stalled = voice.synthesize("Press three.");
            try (Speech next = voice.synthesize("Stop.")) {
                assertThat(next.read()).isNotNull();
            }
            assertThatThrownBy(stalled::read).isInstanceOf(StageException.class);
        }
    }

    @Test
    void namesWhatTheEngineCannotSay() {
        Vocoder failing =
                (_, _) -> {
                    throw new SynthesisException("no such phone");
                };
        try (var voice = new MarySynthesizer(failing, LIMIT);
                Speech speech = voice.synthesize("Press three.")) {
            assertThatThrownBy(speech::read)
                    .isInstanceOfSatisfying(
                            StageException.class,
                            e -> assertThat(e.code()).isEqualTo("voice-failed"))
                    .hasRootCauseMessage("no such phone");
        }
    }

    @Test
    void reportsAPartOfTheEngineThatIsMissing() {
        Vocoder incomplete =
                (_, _) -> {
                    throw new NoClassDefFoundError("Jama/Matrix");
                };
        try (var voice = new MarySynthesizer(incomplete, LIMIT);
                Speech speech = voice.synthesize("Press three.")) {
            assertThatThrownBy(speech::read).isInstanceOf(StageException.class);
        }
    }

    @Test
    void refusesMoreThanMayWait() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Vocoder slow =
                (_, _) -> {
                    begun.countDown();
                    awaitUninterrupted(go);
                    return sound(second());
                };
        try (var voice = new MarySynthesizer(slow, Duration.ofMinutes(5))) {
            voice.synthesize("Stop.");
            begun.await();
            for (int i = 0; i < SpeechWorker.SPEECHES_WAITING_MAX; i++) {
                voice.synthesize("Stop.");
            }

            assertThatThrownBy(() -> voice.synthesize("Stop."))
                    .isInstanceOfSatisfying(
                            StageException.class, e -> assertThat(e.code()).isEqualTo("busy"));
            go.countDown();
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputStream second() {
        return new ByteArrayInputStream(new byte[96_000]);
    }

    private static AudioInputStream sound(InputStream pcm) {
        return new AudioInputStream(pcm, new AudioFormat(48_000, 16, 1, true, false), 48_000);
    }

    /// As the real stream does, it waits for ever and answers an interrupt with a bare exception.
    private static final class Hanging extends InputStream {
        @Override
        public int read() {
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException e) {
                throw new IllegalStateException("Unexpected interruption", e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return read();
        }
    }
}
