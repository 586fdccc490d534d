package dev.andon.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.HubConfig;
import dev.andon.config.HubHome;
import dev.andon.hub.Hub;
import dev.andon.hub.library.LibraryFixture;
import dev.andon.protocol.library.BundleReader;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A librarian at work with a real hub: one step follows the other.
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LibraryCommandTest {
    @TempDir static Path folder;
    private static HubHome home;
    private static Hub hub;

    @BeforeAll
    static void start() throws IOException {
        home = new HubHome(Files.createDirectories(folder.resolve("hub")));
        Files.writeString(home.config(), "web: {port: 0}\nbroker: {port: 0}\n");
        hub = Hub.open(home, HubConfig.of(home));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void saysHowToBeginWithAnEmptyLibrary() {
        assertThat(did("status").out()).contains("andon library add FILE");
    }

    @Test
    @Order(2)
    void addsAManualWithItsSidecar() {
        Ran ran = did("add", LibraryFixture.PX200_B.toString());
        assertThat(ran.out())
                .contains("Added px200-service revision B (number 1)")
                .contains("passages")
                .contains("andon library stage px200-service B");
        assertThat(did("add", LibraryFixture.PX200_B.toString()).out())
                .contains("nothing was added");
    }

    @Test
    @Order(3)
    void addsARevisionWithQuestions() throws IOException {
        Path questions =
                Files.writeString(
                        folder.resolve("questions.jsonl"),
                        "{\"question\":\"What is the torque of the chain tensioner lock nut?\"}\n");
        Ran ran =
                run("add", LibraryFixture.PX200_C.toString(), "--questions", questions.toString());
        assertThat(ran.out()).contains("(number 2)").contains("1 question is asked");
    }

    @Test
    @Order(4)
    void refusesWithTheReasonOfTheReader() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "no PDF");
        Ran ran = run("add", broken.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("andon: broken.pdf")
                .doesNotContain("incoming")
                .doesNotContain("at dev");
    }

    @Test
    @Order(5)
    void tellsWhatChangedFiguresFirst() {
        String out = did("diff", "px200-service").out();
        assertThat(out)
                .startsWith("px200-service: revision B -> C")
                .contains("Values (")
                .contains("Chain tensioner lock nut")
                .contains("Sections (")
                .contains("A node that has B fetches");
        assertThat(out.indexOf("Values (")).isLessThan(out.indexOf("Sections ("));
    }

    @Test
    @Order(6)
    void stagesInARingAndRefusesToPromoteUnproven() {
        assertThat(did("ring", "canary", "edge-1", "edge-2").out())
                .contains("canary    edge-1 edge-2");
        assertThat(did("stage", "px200-service", "B").out())
                .contains("Ring canary is to serve number 1 of px200-service.");
        Ran ran = run("promote", "px200-service");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("edge-1 has not installed it yet and is offline")
                .contains("--force REASON");
        assertThat(run("promote", "px200-service", "--force", "a trial").code()).isZero();
    }

    @Test
    @Order(7)
    void showsWhatEachRingIsToServe() {
        assertThat(did("status").out())
                .contains("ring canary: revision B (number 1)")
                .contains("edge-1: pending, offline")
                .contains("ring everyone: revision B")
                .contains("Catalog ");
        assertThat(did("status", "--json").out()).startsWith("{\"catalogVersion\":");
    }

    @Test
    @Order(8)
    void rollsBack() {
        did("stage", "px200-service", "C");
        assertThat(did("rollback", "px200-service").out())
                .contains("Ring canary is to go back to number 1 of px200-service.");
    }

    @Test
    @Order(9)
    void writesABundle() throws IOException {
        Path file = folder.resolve("plant.bundle");
        assertThat(did("bundle", file.toString()).out()).contains("andon install plant.bundle");
        try (BundleReader bundle = BundleReader.open(file)) {
            assertThat(bundle.manifests()).hasSize(1);
        }
        Ran none = run("bundle", file.toString(), "--ring", "line-9");
        assertThat(none.err()).contains("There is no ring \"line-9\"");
    }

    @Test
    @Order(10)
    void forgetsARing() {
        assertThat(did("ring", "canary", "--remove").out()).doesNotContain("canary");
        assertThat(run("ring", "canary", "--remove").err()).contains("There is no ring");
    }

    private record Ran(int code, String out, String err) {}

    /// Runs a command that must succeed.
    private static Ran did(String... arguments) {
        Ran ran = run(arguments);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                HubMain.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("library"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--home", home.root().toString()));
        int code = line.execute(all.toArray(String[]::new));
        return new Ran(code, out.toString(), err.toString());
    }
}
