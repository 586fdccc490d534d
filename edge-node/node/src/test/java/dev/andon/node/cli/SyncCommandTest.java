package dev.andon.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.node.NodeJournal;
import dev.andon.node.sync.Contact;
import dev.andon.node.sync.LinkState;
import dev.andon.node.sync.enrol.EnrollingHub;
import dev.andon.protocol.fact.HealthFact;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.stream.Stream;

/// `andon enrol` and `andon sync` as their user sees them.
class SyncCommandTest {
    @TempDir private static Path certificates;
    @TempDir private Path folder;
    private static EnrollingHub hub;
    private NodeHome home;

    @BeforeAll
    static void start() throws Exception {
        hub = new EnrollingHub(certificates.resolve("hub"), "ip:127.0.0.1");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @BeforeEach
    void home() {
        home = new NodeHome(folder);
    }

    private CommandRun andon(String... arguments) {
        return CommandRun.of(
                Stream.concat(Stream.of("--home", folder.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private void journal(java.util.function.Consumer<NodeJournal> act) {
        try (NodeJournal journal =
                NodeJournal.open(home.create(), DeviceConfig.defaults(), AssetRegister.empty())) {
            act.accept(journal);
        }
    }

    @Test
    void enrolsShowsAndForgets() throws Exception {
        assertThat(andon("enrol", "--show").out()).contains("not enrolled", "andon fleet invite");
        CommandRun enrolled = andon("enrol", hub.url(), hub.code());
        assertThat(enrolled.exit()).as(enrolled.err()).isZero();
        assertThat(enrolled.out()).contains("Enrolled as press-hall-2 of the site plant");
        assertThat(enrolled.err()).contains("node.id: press-hall-2");
        assertThat(andon("enrol", "--show").out())
                .contains(hub.url(), "press-hall-2", "ssl://127.0.0.1:8883", "CN=authority")
                .doesNotContain("s3cret");
        assertThat(andon("enrol", "--forget").out()).contains("forgotten");
        assertThat(andon("enrol", "--show").out()).contains("not enrolled");
    }

    @Test
    void saysWhyItDoesNotEnrol() throws Exception {
        assertThat(andon("enrol").exit()).isEqualTo(2);
        assertThat(andon("enrol", hub.url()).exit()).isEqualTo(2);
        CommandRun mistyped = andon("enrol", hub.url(), "ABC");
        assertThat(mistyped.exit()).isEqualTo(1);
        assertThat(mistyped.err()).contains("not an enrolment code").doesNotContain("\tat ");
        String code = hub.code();
        String wrong = code.substring(0, 40) + (code.charAt(40) == 'a' ? 'b' : 'a');
        CommandRun other = andon("enrol", hub.url(), wrong + code.substring(41));
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("is not the hub that made this code");
    }

    @Test
    void showsWhatWaitsWithoutAHub() {
        journal(j -> j.facts().write(new HealthFact("disk", "ok", null)));
        CommandRun run = andon("sync");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("not enrolled", "1 events", "Dead letters        none");
        JsonNode object = andon("sync", "--json").object();
        assertThat(object.path("hub").isNull()).isTrue();
        assertThat(object.path("outbox").path("rows").asLong()).isEqualTo(1);
        assertThat(object.path("epoch").asText()).hasSize(16);
    }

    @Test
    void showsTheLinkAsTheServingNodeKnowsIt() throws Exception {
        andon("enrol", hub.url(), hub.code());
        assertThat(andon("sync").out()).contains("andon serve does not run", "none yet");
        LinkState state =
                new LinkState(
                        LinkState.State.FAILED,
                        "no-common-version",
                        "The hub speaks the versions [2].",
                        "Update the older of the two.");
        long now = System.currentTimeMillis();
        new Contact(now, 5, now - 150_000, state).write(home.hub());
        assertThat(andon("sync").out())
                .contains(
                        "Link                The hub speaks the versions [2].",
                        "Update the older of the two.",
                        "2 min ago");
        JsonNode object = andon("sync", "--json").object();
        assertThat(object.path("link").path("code").asText()).isEqualTo("no-common-version");
        new Contact(now - 3_600_000, 5, null, state).write(home.hub());
        assertThat(andon("sync").out()).contains("andon serve does not run", "Before");
    }

    @Test
    void listsDeadLetters() {
        assertThat(andon("sync", "dead-letters").out()).contains("No dead letters.");
        journal(
                j -> {
                    j.facts().write(new HealthFact("disk", "ok", "a poisoned fact"));
                    j.outbox().rejected(1, "invalid-fact");
                });
        assertThat(andon("sync", "dead-letters").out()).contains("invalid-fact", "health");
        JsonNode letter = andon("sync", "dead-letters", "--json").object();
        assertThat(letter.path("json").asText()).contains("a poisoned fact");
        assertThat(andon("sync").out()).contains("1 (andon sync dead-letters)");
    }
}
