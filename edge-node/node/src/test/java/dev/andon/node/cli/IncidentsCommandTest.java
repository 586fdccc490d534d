package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/// The log of incidents from the command line.
class IncidentsCommandTest {
    @TempDir private Path folder;

    private Path home;

    @BeforeEach
    void bringTheRegister() {
        home = folder.resolve("home");
        DemoPlant plant = DemoPlant.unpack(folder.resolve("plant"));
        RegisterWriter.write(
                RegisterReader.read(plant.register()), new NodeHome(home).create().register());
    }

    @Test
    void showsWhatIsReopenedAndWhatIsAMicroStop() {
        String first = openedAndRestored("13:00:00", "13:30:00");
        String second = openedAndRestored("14:30:00", "14:31:00");
        String later = openedAndRestored("15:31:01", "15:36:00");

        assertThat(incidents().out().lines())
                .anyMatch(
                        row -> row.startsWith(second.substring(0, 8)) && row.contains("re-opened"))
                .anyMatch(
                        row -> row.startsWith(later.substring(0, 8)) && row.contains("micro-stop"))
                .anyMatch(row -> row.startsWith(first.substring(0, 8)) && !row.contains("-opened"));
        JsonNode shown = incidents("show", second, "--json").object();
        assertThat(shown.path("reopens").asText()).isEqualTo(first);
        assertThat(shown.path("micro").asBoolean()).isFalse();
    }

    private String openedAndRestored(String from, String to) {
        String day = "2026-03-14T";
        String id =
                incidents("open", "--machine", "stacker", "--at", day + from, "--json")
                        .object()
                        .path("id")
                        .asText();
        assertThat(incidents("restore", id, "--at", day + to).exit()).isZero();
        return id;
    }

    @Test
    void takesAnIncidentFromItsOpeningToItsRestoration() {
        JsonNode opened =
                incidents("open", "--machine", "stacker", "--fault", "e42", "--json").object();
        assertThat(opened.path("machine").asText()).isEqualTo("palletiser-1");
        assertThat(opened.path("fault").asText()).isEqualTo("E-42");
        String id = opened.path("id").asText();
        String begin = id.substring(0, 8);
        assertThat(incidents("mark", begin, "waiting", "--for", "part").out())
                .contains("state     waiting", "for part");
        assertThat(incidents("mark", begin, "repairing", "--at", "2026-03-14T14:05:30").exit())
                .isZero();
        assertThat(incidents("correct", begin, "3", "--at", "2026-03-14T14:06:00").out())
                .contains("2026-03-14 14:06:00  repairing");
        assertThat(incidents("retract", begin, "3").out()).contains("repairing     retracted");
        assertThat(incidents().out()).contains("ID", "MACHINE", begin, "palletiser-1", "waiting");
        assertThat(incidents("restore", begin, "--cause", "sheet feeder empty").out())
                .contains("state     restored", "cause     sheet feeder empty");
        assertThat(incidents("--open").out()).contains("No incidents.");
        JsonNode listed = incidents("--json", "--machine", "palletiser-1").object();
        assertThat(listed.path("id").asText()).isEqualTo(id);
        assertThat(listed.path("open").asBoolean()).isFalse();
        assertThat(listed.path("milestones")).hasSize(4);
    }

    @Test
    void withdrawsAndShows() {
        String id =
                incidents("open", "--machine", "filler-1", "--json").object().path("id").asText();
        assertThat(incidents("withdraw", id).out()).contains("withdrawn");
        assertThat(incidents("show", id).out()).contains("incident  " + id, "withdrawn");
        assertThat(incidents("mark", id, "testing").err()).contains("was withdrawn");
    }

    @Test
    void saysWhatCannotBeSo() {
        CommandRun unknown = incidents("open", "--machine", "paletiser-1");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("Did you mean 'palletiser-1'").doesNotContain("\tat ");
        assertThat(incidents("show", "ffffffff").err()).contains("no incident");
        assertThat(incidents("mark", "ffffffff", "testing", "--at", "soon").exit()).isEqualTo(2);
        assertThat(incidents("mark", "ffffffff", "exploded").exit()).isEqualTo(2);
    }

    @Test
    void showsWhatADamagedJournalStillHolds() throws IOException {
        String id =
                incidents("open", "--machine", "filler-1", "--json").object().path("id").asText();
        Path journal = new NodeHome(home).journal();
        byte[] bytes = Files.readAllBytes(journal);
        // The free list of the header says a page that there is not.
        bytes[35] = 77;
        bytes[39] = 1;
        Files.write(journal, bytes);
        CommandRun list = incidents();
        assertThat(list.out()).contains(id.substring(0, 8));
        assertThat(list.err()).contains("damaged", "backup");
        CommandRun open = incidents("open", "--machine", "filler-1");
        assertThat(open.exit()).isEqualTo(1);
        assertThat(open.err()).contains("Nothing was deleted");
        assertThat(Files.readAllBytes(journal)).isEqualTo(bytes);
    }

    @Test
    void readsTimesAsPeopleTypeThem() {
        LocalDateTime now = LocalDateTime.of(2026, 3, 14, 14, 5);
        ZoneId zone = ZoneId.of("Europe/Berlin");
        assertThat(GivenTime.parse("14:05", now, zone).at()).isEqualTo(at("2026-03-14T13:05:00Z"));
        assertThat(GivenTime.parse("9:30", now, zone).at()).isEqualTo(at("2026-03-14T08:30:00Z"));
        assertThat(GivenTime.parse("22:00", now, zone).at()).isEqualTo(at("2026-03-13T21:00:00Z"));
        assertThat(GivenTime.parse("2026-03-14 08:00", now, zone).at())
                .isEqualTo(at("2026-03-14T07:00:00Z"));
        assertThat(GivenTime.parse("2026-03-14T08:00+00:00", now, zone).at())
                .isEqualTo(at("2026-03-14T08:00:00Z"));
    }

    private static long at(String instant) {
        return java.time.Instant.parse(instant).toEpochMilli();
    }

    private CommandRun incidents(String... arguments) {
        return CommandRun.of(
                Stream.concat(
                                Stream.of("--home", home.toString(), "incidents"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
