package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.node.audio.AudioChunk;
import dev.andon.node.audio.AudioFormat;
import dev.andon.node.audio.Sound;
import dev.andon.node.audio.WavSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// One question, or many, through the real engines; any recording that a person may bring.
class AskCommandTest {
    private static final short PCM = 1;
    private static final short FLOAT = 3;

    @TempDir private static Path folder;

    @Test
    void printsTheKeysThatProgramsReadAndWritesTheSpokenReply() {
        Path reply = folder.resolve("reply.wav");
        CommandRun run =
                DemoHome.andon(
                        "ask",
                        "--json",
                        "--machine",
                        "palletiser-1",
                        "--wav",
                        DemoHome.recording("demo-1").toString(),
                        "--out",
                        reply.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.objects()).hasSize(1);
        JsonNode turn = run.object();
        assertKeys(turn, "id heard reply passages mode timings_ms audio failure");
        assertKeys(turn.path("reply"), "kind text spoken citations missing nearest choices");
        assertKeys(
                turn.at("/reply/citations/0"),
                "manual title revision page pdf_page picture heading quote");
        assertKeys(
                turn.at("/passages/0"),
                "manual title revision page pdf_page heading path score text");
        assertKeys(
                turn.path("timings_ms"),
                "endpoint transcript retrieval first_token first_sentence first_audio total");
        assertThat(turn.path("audio").asText()).isEqualTo(reply.toString());
        assertThat(Recording.read(reply).seconds()).isBetween(3.0, 30.0);
    }

    @Test
    void listsTheTenBestPassagesBestFirst() {
        CommandRun run =
                DemoHome.andon("ask", "--json", "--text", "How do I replace the hoist chain?");
        List<Double> scores =
                run.object().findValues("score").stream().map(JsonNode::asDouble).toList();
        assertThat(scores)
                .hasSizeBetween(2, 10)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(run.object().path("audio").isNull()).isTrue();
    }

    @Test
    void answersABatchInItsOrderUnderItsIds() throws IOException {
        Path batch = folder.resolve("batch.jsonl");
        Files.writeString(
                batch,
                """
                {"id": "z", "question": "What does fault E-42 mean?", "machine": "palletiser-1"}
                {"id": "a", "question": "How do I calibrate the scanner?", "machine": "palletiser-1"}

                {"question": "What air pressure does the labeller need?", "machine": "labeller-1"}
                """);
        CommandRun run = DemoHome.andon("ask", "--batch", batch.toString());
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.objects())
                .extracting(turn -> turn.path("id").asText())
                .containsExactly("z", "a", "line-4");
        assertThat(run.objects())
                .extracting(turn -> turn.at("/reply/kind").asText())
                .containsExactly("answer", "refusal", "answer");
    }

    @Test
    void hearsTheSameInEveryFormOfRecording() throws IOException {
        String heard = heard(DemoHome.recording("demo-1"));
        assertThat(heard).contains("hoist motor");
        AudioChunk speech = speech();
        AudioFormat half = new AudioFormat(8_000, 1);
        AudioChunk narrow = Sound.converted(speech, half, 1_600);
        assertThat(heard(wav("stereo.wav", PCM, 16, 16_000, 2, speech))).isEqualTo(heard);
        assertThat(heard(wav("deep.wav", PCM, 24, 16_000, 1, speech))).isEqualTo(heard);
        assertThat(heard(wav("float.wav", FLOAT, 32, 16_000, 1, speech))).isEqualTo(heard);
        assertThat(heard(wav("narrow.wav", PCM, 16, 8_000, 1, narrow)))
                .contains("hoist", "palletizer");
    }

    @Test
    void answersAClippedRecordingOrSaysWhy() throws IOException {
        short[] loud = speech().samples();
        for (int i = 0; i < loud.length; i++) {
            loud[i] = (short) Math.max(-32_768, Math.min(32_767, loud[i] * 12));
        }
        AudioChunk clipped = AudioChunk.of(AudioFormat.SPEECH, loud);
        CommandRun run = ask(wav("clipped.wav", PCM, 16, 16_000, 1, clipped));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit() == 0 || run.out().contains("\"message\"")).as(run.out()).isTrue();
    }

    @Test
    void hearsWhatIsThereOfATruncatedFile() throws IOException {
        byte[] whole = Files.readAllBytes(DemoHome.recording("demo-1"));
        Path cut = folder.resolve("cut.wav");
        Files.write(cut, Arrays.copyOf(whole, whole.length * 2 / 3));
        CommandRun run = ask(cut);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.object().path("heard").asText()).contains("torque");
    }

    private static CommandRun ask(Path recording) {
        return DemoHome.andon(
                "ask", "--json", "--machine", "palletiser-1", "--wav", recording.toString());
    }

    private static String heard(Path recording) {
        CommandRun run = ask(recording);
        assertThat(run.exit()).as(recording + run.out() + run.err()).isZero();
        return run.object().path("heard").asText();
    }

    private static void assertKeys(JsonNode object, String keys) {
        assertThat(object.fieldNames()).toIterable().containsExactly(keys.split(" "));
    }

    private static AudioChunk speech() {
        try (WavSource source = WavSource.open(DemoHome.recording("demo-1"))) {
            return Sound.all(source);
        }
    }

    /// The mono sound in another encoding, the same in every channel.
    private static Path wav(
            String name, short encoding, int bits, int rate, int channels, AudioChunk sound)
            throws IOException {
        short[] samples = sound.samples();
        int frame = channels * bits / 8;
        int bytes = samples.length * frame;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort(encoding).putShort((short) channels).putInt(rate).putInt(rate * frame);
        wav.putShort((short) frame).putShort((short) bits);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (short sample : samples) {
            for (int channel = 0; channel < channels; channel++) {
                put(wav, bits, sample);
            }
        }
        return Files.write(folder.resolve(name), wav.array());
    }

    private static void put(ByteBuffer wav, int bits, short sample) {
        switch (bits) {
            case 16 -> wav.putShort(sample);
            case 24 -> wav.put((byte) 0).putShort(sample);
            default -> wav.putFloat(sample / 32_768f);
        }
    }
}
