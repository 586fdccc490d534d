package dev.andon.node.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class WavSourceTest {
    private static final int FRAMES = 10_000;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 8, 4000, 1",
        "1, 16, 16000, 1",
        "1, 16, 44100, 2",
        "1, 24, 48000, 3",
        "1, 32, 96000, 2",
        "3, 32, 192000, 6",
        "3, 64, 22050, 1"
    })
    void readsEveryEncodingRateAndChannelCount(int tag, int bits, int rate, int channels) {
        byte[] file = wav(new Fields(tag, bits, rate, channels), false);

        try (WavSource source = WavSource.of(file, "a.wav")) {
            AudioChunk sound = Sound.all(source);

            assertThat(source.format()).isEqualTo(new AudioFormat(rate, channels));
            assertThat(sound.length()).isEqualTo(FRAMES * channels);
            for (int frame = 0; frame < FRAMES; frame += 97) {
                assertThat((int) sound.samples()[frame * channels + channels - 1])
                        .isCloseTo(expected(frame), within(bits == 8 ? 256 : 1));
            }
        }
    }

    @Test
    void readsTheExtensibleFormat() {
        byte[] file = wav(new Fields(1, 24, 44_100, 2), true);

        try (WavSource source = WavSource.of(file, "a.wav")) {
            assertThat(source.format()).isEqualTo(new AudioFormat(44_100, 2));
            assertThat(Sound.all(source).length()).isEqualTo(2 * FRAMES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void readsToTheEndWhereTheRecorderDidNotKnowTheSize(int size) {
        byte[] file = wav(new Fields(1, 16, 16_000, 1), false);
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(4, size).putInt(40, size);

        try (WavSource source = WavSource.of(file, "a.wav")) {
            assertThat(Sound.all(source).length()).isEqualTo(FRAMES);
        }
    }

    @Test
    void readsWhatIsThereOfATruncatedFile() {
        byte[] file = wav(new Fields(1, 16, 16_000, 2), false);

        try (WavSource source = WavSource.of(Arrays.copyOf(file, 44 + 1_003), "a.wav")) {
            assertThat(Sound.all(source).length()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 20, 36, 44, 45})
    void refusesAFileWithoutASample(int length) {
        byte[] file = Arrays.copyOf(wav(new Fields(1, 16, 16_000, 1), false), length);

        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> WavSource.of(file, "cut.wav"))
                .withMessageContaining("cut.wav")
                .satisfies(failure -> assertThat(failure.code()).isIn("wav-empty", "not-wav"));
    }

    @Test
    void refusesWhatIsNotAWavFileAndNamesTheMend() throws IOException {
        Path file = Files.writeString(folder.resolve("question.mp3"), "ID3 not a wav file at all");

        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> WavSource.open(file))
                .withMessageContaining("question.mp3")
                .withMessageContaining("sox")
                .satisfies(
                        failure -> {
                            assertThat(failure.stage()).isEqualTo(Stage.AUDIO);
                            assertThat(failure.code()).isEqualTo("not-wav");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "2, 4, 16000, 1",
        "1, 16, 3999, 1",
        "1, 16, 400000, 1",
        "1, 16, 16000, 0",
        "1, 12, 16000, 1"
    })
    void refusesAnEncodingThatItCannotRead(int tag, int bits, int rate, int channels) {
        byte[] file = wav(new Fields(1, 16, 16_000, 1), false);
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(20, (short) tag).putShort(22, (short) channels).putInt(24, rate);
        header.putShort(34, (short) bits);

        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> WavSource.of(file, "odd.wav"))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("wav-encoding"));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> WavSource.open(folder.resolve("none.wav")))
                .withMessageContaining("none.wav")
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("file-missing"));
    }

    private static int expected(int frame) {
        return (int) (20_000 * Math.sin(frame / 20.0));
    }

    private record Fields(int tag, int bits, int rate, int channels) {}

    private static byte[] wav(Fields fields, boolean extensible) {
        int frameBytes = fields.bits / 8 * fields.channels;
        int fmtBytes = extensible ? 40 : 16;
        int dataBytes = FRAMES * frameBytes;
        ByteBuffer out =
                ByteBuffer.allocate(28 + fmtBytes + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(20 + fmtBytes + dataBytes).put(ascii("WAVEfmt "));
        out.putInt(fmtBytes).putShort((short) (extensible ? 0xFFFE : fields.tag));
        out.putShort((short) fields.channels).putInt(fields.rate);
        out.putInt(fields.rate * frameBytes).putShort((short) frameBytes);
        out.putShort((short) fields.bits);
        if (extensible) {
            out.putShort((short) 22).putShort((short) fields.bits).putInt(0);
            out.putShort((short) fields.tag).put(new byte[14]);
        }
        out.put(ascii("data")).putInt(dataBytes);
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int channel = 0; channel < fields.channels; channel++) {
                put(out, fields, expected(frame));
            }
        }
        return out.array();
    }

    private static void put(ByteBuffer out, Fields fields, int sample) {
        switch (fields.tag * 100 + fields.bits) {
            case 108 -> out.put((byte) ((sample >> 8) + 128));
            case 116 -> out.putShort((short) sample);
            case 124 -> out.put((byte) 0).putShort((short) sample);
            case 132 -> out.putInt(sample << 16);
            case 332 -> out.putFloat(sample / 32_768f);
            default -> out.putDouble(sample / 32_768.0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
