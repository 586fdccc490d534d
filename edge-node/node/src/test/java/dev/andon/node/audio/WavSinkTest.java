package dev.andon.node.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WavSinkTest {
    private static final AudioFormat CD = new AudioFormat(44_100, 2);

    @TempDir Path folder;

    @Test
    void writesWhatItWasGiven() {
        Path file = folder.resolve("reply.wav");
        AudioChunk sound = Sound.tone(CD, 440, 0.3, 250);

        try (WavSink sink = WavSink.to(file)) {
            sink.play(sound);
            sink.play(sound);
        }

        try (WavSource source = WavSource.open(file)) {
            assertThat(Sound.all(source)).isEqualTo(Sound.joined(sound, sound));
        }
    }

    @Test
    void bringsChunksOfAnotherFormatToItsOwn() {
        Path file = folder.resolve("reply.wav");

        try (WavSink sink = WavSink.to(file, AudioFormat.SPEECH)) {
            sink.play(Sound.tone(CD, 440, 0.3, 500));
            sink.play(Sound.tone(AudioFormat.SPEECH, 440, 0.3, 500));
        }

        try (WavSource source = WavSource.open(file)) {
            assertThat(source.format()).isEqualTo(AudioFormat.SPEECH);
            AudioChunk sound = Sound.all(source);
            assertThat(sound.length()).isEqualTo(16_000);
            assertThat(Sound.rms(sound)).isCloseTo(0.3 / Math.sqrt(2), within(0.005));
        }
    }

    @Test
    void showsTheFileOnlyWhenItIsWhole() throws IOException {
        Path file = folder.resolve("reply.wav");
        Files.writeString(file, "the one before");
        try (WavSink sink = WavSink.to(file)) {
            sink.play(Sound.silence(CD, 10));

            assertThat(file).hasContent("the one before");
        }

        assertThat(file.toFile()).hasSize(44 + 4 * 441);
        assertThat(folder.toFile().list()).containsExactly("reply.wav");
    }

    @Test
    void writesNoFileWhenNothingWasPlayed() {
        try (WavSink sink = WavSink.to(folder.resolve("reply.wav"))) {
            assertThat(sink).isNotNull();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesAFolderThatIsNotThere() {
        Path file = folder.resolve("none").resolve("reply.wav");

        try (WavSink sink = WavSink.to(file)) {
            assertThatExceptionOfType(StageException.class)
                    .isThrownBy(() -> sink.play(Sound.silence(CD, 10)))
                    .withMessageContaining(file.toString())
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("unwritable"));
        }
    }

    @Test
    void keepsAWholeWavFileInMemory() {
        AudioChunk sound = Sound.tone(CD, 440, 0.3, 250);
        MemorySink sink = new MemorySink(1_000_000);
        sink.play(sound);
        sink.close();

        try (WavSource source = WavSource.of(sink.toWav(), "memory")) {
            assertThat(Sound.all(source)).isEqualTo(sound);
        }
    }

    @Test
    void refusesToKeepMoreThanItsLimit() {
        try (MemorySink sink = new MemorySink(40_000)) {
            assertThatExceptionOfType(StageException.class)
                    .isThrownBy(() -> sink.play(Sound.silence(CD, 1_000)))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("reply-too-long"));
        }
    }
}
