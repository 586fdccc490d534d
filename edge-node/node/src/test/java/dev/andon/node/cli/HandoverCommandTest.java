package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;
import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.stream.Stream;

/// The handover and the expert from the command line.
class HandoverCommandTest {
    @TempDir private Path folder;

    private NodeHome home;

    @BeforeEach
    void bringTheRegister() {
        home = new NodeHome(folder.resolve("home")).create();
        DemoPlant plant = DemoPlant.unpack(folder.resolve("plant"));
        RegisterWriter.write(RegisterReader.read(plant.register()), home.register());
        run("incidents", "open", "--machine", "stacker", "--fault", "e42");
    }

    @Test
    void printsWhatIsOpenAndTellsTheHub() {
        CommandRun run = run("handover", "--language", "de");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Schichtübergabe")
                .contains("Offene Störungen", "Palletiser", "Fehler: E-42", "Stand: gemeldet");
        assertThat(waiting()).isEqualTo(3);
    }

    @Test
    void isReadByProgramsWithoutTellingTheHub() {
        JsonNode handover = run("handover", "--json").object();
        assertThat(handover.path("open").get(0).path("fault").asText()).isEqualTo("E-42");
        assertThat(handover.path("spoken").get(0).asText()).isEqualTo("1 incident is open.");
        assertThat(handover.has("as_of")).isTrue();
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void writesAPdf() {
        Path file = folder.resolve("handover.pdf");
        assertThat(run("handover", "--out", file.toString()).out()).contains(file.toString());
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void saysWhatIsWrong() {
        assertFails(
                "earlier time first",
                "handover",
                "--from",
                "2026-03-14T14:00",
                "--to",
                "2026-03-14T06:00");
        assertFails(
                "cannot be written", "handover", "--out", folder.resolve("no/a.pdf").toString());
        assertThat(waiting()).isEqualTo(2);
        assertThat(run("handover", "--to", "14:00").exit()).isEqualTo(2);
        assertThat(run("handover", "--language", "it").exit()).isEqualTo(2);
        assertFails(
                "no machine 'stakcer'",
                "expert",
                "call",
                "--question",
                "Why?",
                "--machine",
                "stakcer");
        assertFails(
                "There is no incident",
                "expert",
                "call",
                "--question",
                "Why?",
                "--incident",
                "abcd");
    }

    @Test
    void callsTheExpertAndListsTheCalls() {
        assertThat(run("expert").out()).contains("Nobody called the expert.");
        JsonNode call =
                run("expert", "call", "--question", "Why?", "--machine", "stacker", "--json")
                        .object();
        assertThat(call.path("machine").asText()).isEqualTo("palletiser-1");
        assertThat(call.path("state").asText()).isEqualTo("sent");
        assertThat(run("expert").out())
                .contains(call.path("id").asText().substring(0, 8), "palletiser-1", "sent", "Why?");
        assertThat(run("expert", "--json").object().path("id")).isEqualTo(call.path("id"));
    }

    /// Facts that wait for the hub; the incident and its milestone are two.
    private long waiting() {
        try (NodeJournal journal =
                NodeJournal.open(home, DeviceConfig.defaults(), EdgeNode.register(home))) {
            return journal.outbox().state().rows();
        }
    }

    private void assertFails(String words, String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("andon: ").contains(words).doesNotContain("\tat ");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(
                Stream.concat(Stream.of(arguments), Stream.of("--home", home.root().toString()))
                        .toArray(String[]::new));
    }
}
