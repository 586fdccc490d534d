package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.NodeHome;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.testing.Mischief;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.node.audio.WavSource;
import dev.andon.node.faults.FaultPlant;
import dev.andon.node.vad.EndpointLimits;
import dev.andon.node.vad.Endpointer;
import dev.andon.node.vad.Utterance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// What a served node keeps and sends of a spoken turn: its words, and none of its sound.
@Timeout(600)
class RawAudioTest {
    @TempDir private Path folder;

    @Test
    void writesTheWordsOfASpokenTurnAndNoneOfItsSound() throws Exception {
        Path recording = DemoHome.recording("demo-1");
        Path home = DemoHome.copy(folder.resolve("home"));
        deleteRecordings(home);
        // A smaller reserve is searched sooner.
        Files.writeString(home.resolve("andon.yaml"), "sync:\n  reserveMiB: 1\n");
        PcmSearch search =
                new PcmSearch().add(Recording.read(recording).samples()).add(levelled(recording));
        assertThat(search.runs()).isGreaterThan(100_000);
        try (AndonProcess node = AndonProcess.serve(home)) {
            JsonNode turn = node.ask(recording, "palletiser-1");
            assertThat(turn.at("/reply/kind").asText()).as(turn.toString()).isEqualTo("answer");
            assertThat(holds(home, turn.path("heard").asText())).isTrue();
            CommandRun incident =
                    CommandRun.of(
                            "--home",
                            home.toString(),
                            "incidents",
                            "open",
                            "--machine",
                            "palletiser-1",
                            "--json");
            assertThat(incident.exit()).as(incident.err()).isZero();
            assertThat(node.get("/api/v1/incidents").findValuesAsText("id"))
                    .contains(incident.object().path("id").asText());
            assertThat(search.filesHolding(home)).isEmpty();
        }
        assertThat(search.filesHolding(home)).isEmpty();
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path copy = Files.copy(recording, copies.resolve("found.wav"));
        assertThat(search.filesHolding(copies)).containsExactly(copy);
    }

    @Test
    void sendsTheWordsOfASpokenTurnAndNoneOfItsSound() throws Exception {
        assumeTrue(MosquittoProcess.installed(), "apt-get install mosquitto");
        Path recording = DemoHome.recording("demo-1");
        Path home = DemoHome.copy(folder.resolve("home"));
        PcmSearch search =
                new PcmSearch().add(Recording.read(recording).samples()).add(levelled(recording));
        try (FaultPlant plant = FaultPlant.mosquitto(folder, Mischief.none())) {
            plant.network().capturing();
            plant.enrol("edge-1", new NodeHome(home).hub());
            try (AndonProcess node = AndonProcess.serve(home)) {
                String heard = node.ask(recording, "palletiser-1").path("heard").asText();
                assertThat(heard).isNotBlank();
                while (!travelled(plant, heard)) {
                    Thread.sleep(50);
                }
            }
            assertThat(search.holds(plant.network().captured())).isFalse();
            for (Publication publication : plant.network().publications()) {
                assertThat(search.holds(unpacked(publication))).as(publication.topic()).isFalse();
            }
        }
        assertThat(search.holds(Files.readAllBytes(recording))).isTrue();
    }

    /// Whether words have passed in any message.
    private static boolean travelled(FaultPlant plant, String words) throws IOException {
        for (Publication publication : plant.network().publications()) {
            if (new String(unpacked(publication), StandardCharsets.UTF_8).contains(words)) {
                return true;
            }
        }
        return false;
    }

    /// Batches of events travel packed.
    private static byte[] unpacked(Publication publication) throws IOException {
        byte[] bytes = publication.payload().bytes();
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return packed.readAllBytes();
        }
    }

    /// As the recogniser gets it.
    private static List<Short> levelled(Path recording) {
        try (WavSource source = WavSource.open(recording)) {
            Utterance utterance =
                    (Utterance) Endpointer.pushToTalk(EndpointLimits.DEFAULT).nextUtterance(source);
            List<Short> samples = new ArrayList<>();
            for (short sample : utterance.audio().samples()) {
                samples.add(sample);
            }
            return samples;
        }
    }

    /// The demonstration has its own recordings and answers, which nobody said to this node.
    private static void deleteRecordings(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path wav : files.filter(file -> file.toString().endsWith(".wav")).toList()) {
                Files.delete(wav);
            }
        }
    }

    private static boolean holds(Path home, String words) throws IOException {
        NodeHome node = new NodeHome(home);
        for (String part : List.of("", "-wal")) {
            Path file = Path.of(node.journal() + part);
            if (Files.exists(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .contains(words)) {
                return true;
            }
        }
        return false;
    }
}
