package dev.andon.node.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.function.Supplier;

/// Holds with and without devices: a build server has none.
class DevicesTest {
    @Test
    void opensALoudspeakerOrSaysThatThereIsNone() {
        StageException failure = failureOf(SpeakerSink::open);

        assertThat(failure == null || failure.code().equals("no-audio-device")).isTrue();
        assertThat(SpeakerSink.available() || failure != null).isTrue();
    }

    @Test
    void opensAMicrophoneOrSaysThatThereIsNone() {
        StageException failure = failureOf(MicrophoneSource::open);

        assertThat(failure == null || failure.code().equals("no-audio-device")).isTrue();
        assertThat(MicrophoneSource.available() || failure != null).isTrue();
    }

    private static @Nullable StageException failureOf(Supplier<? extends AutoCloseable> open) {
        try (AutoCloseable device = open.get()) {
            assertThat(device).isNotNull();
            return null;
        } catch (StageException e) {
            return e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
