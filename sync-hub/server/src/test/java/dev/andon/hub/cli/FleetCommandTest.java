package dev.andon.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.config.HubConfig;
import dev.andon.config.HubHome;
import dev.andon.hub.Hub;
import dev.andon.hub.ingest.Received;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.testing.NodeScript;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.protocol.Ack;
import dev.andon.protocol.Command;
import dev.andon.protocol.CommandResult;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.NodeStatus.DiskState;
import dev.andon.protocol.NodeStatus.EngineState;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/// The commands of the fleet, against a hub with one node that a script plays.
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Topics TOPICS = new Topics("lyon");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final NodeScript NODE = NodeScript.of("edge-1", 1);

    @TempDir static Path folder;

    private HubHome home;
    private Hub hub;
    private MqttLink node;

    @BeforeAll
    void start() throws Exception {
        home = new HubHome(folder.resolve("hub"));
        Files.createDirectories(home.root());
        Files.writeString(home.config(), "hub: {site: lyon}\nweb: {port: 0}\nbroker: {port: 0}\n");
        hub = Hub.open(home, HubConfig.of(home));
        node = new PahoConnector().connect(enrolled("edge-1"));
        node.subscribe(TOPICS.ack("edge-1"), 0);
        node.publish(
                        Publication.confirmed(
                                        TOPICS.status("edge-1"),
                                        Payload.of(SyncCodec.encode(status())))
                                .retained())
                .join();
        IncidentFact incident =
                new IncidentFact(
                        "i-1",
                        2,
                        "palletiser-1",
                        "line-1",
                        "E-42",
                        Moment.RESTORED,
                        "layer sheet torn",
                        null,
                        "voice",
                        false);
        long began = NodeScript.BEGIN;
        send(
                NODE.batch(
                        List.of(
                                NODE.event(
                                        1, NodeScript.milestone("i-1", 1, Moment.DECLARED, began)),
                                NODE.event(2, incident),
                                NODE.event(
                                        3,
                                        NodeScript.milestone(
                                                "i-1", 2, Moment.RESTORED, began + 1_500_000)))));
        send(NODE.raw("no batch".getBytes(StandardCharsets.UTF_8)));
        Run.of("fleet", "invite", "edge-2", "--home", home.root().toString());
        while (!fleet().out().contains("dead letter")) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    void stop() {
        if (node != null) {
            node.close();
        }
        hub.close();
    }

    @Test
    void showsTheFleetAsATable() {
        Run run = fleet();

        assertThat(run.exit()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("NODE +STATE +HEARD +LAG +QUEUE +REVISIONS +HEALTH");
        assertThat(lines.get(1))
                .matches(
                        "edge-1 +online +\\d+ (s|min) ago +.+ +4 +px200-service C, fm48-service B"
                                + " +1 dead letter, tts failed");
        assertThat(lines.get(2)).matches("edge-2 +invited +- +- +- +- +-");
    }

    @Test
    void showsANodeWithAllThatIsKnownOfIt() {
        Run run = Run.of("fleet", "show", "edge-1", "--home", home.root().toString());

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("edge-1, online")
                .contains("4 waiting (1234 B)")
                .contains("1 to 3 of outbox 0000000000000001, 0 missing, 0 lost")
                .contains("manual/px200-service C (7)")
                .contains("manual/px200-service B (6), kept beside")
                .contains("tts: failed, no voice")
                .contains("clock      right")
                .contains("2.0 GiB free");
    }

    @Test
    void showsTheIncidentsThatArrived() {
        Run run = Run.of("fleet", "incidents", "--home", home.root().toString());

        assertThat(run.out().lines().toList().get(1))
                .matches(
                        "2027-01-15 .* +edge-1 +palletiser-1 +E-42 +restored +25 min"
                                + " +layer sheet torn +i-1");
    }

    @Test
    void showsTheEventsThatArrivedPageByPage() throws IOException {
        String at = home.root().toString();
        List<String> lines =
                Run.of("fleet", "events", "edge-1", "--home", at).out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2))
                .matches("2027-01-15 .* +incident +0000000000000001 +2 +\\w+ +\\{\"incident\".*");

        Run first = Run.of("fleet", "events", "edge-1", "--limit", "2", "--json", "--home", at);
        assertThat(first.out().lines()).hasSize(2);
        assertThat(first.err()).contains("--from 0000000000000001:3");
        Run rest =
                Run.of(
                        "fleet",
                        "events",
                        "edge-1",
                        "--from",
                        "0000000000000001:3",
                        "--json",
                        "--home",
                        at);
        JsonNode last = JSON.readTree(rest.out());
        assertThat(last.path("seq").asInt()).isEqualTo(3);
        assertThat(last.path("fact").path("moment").asText()).isEqualToIgnoringCase("RESTORED");

        Run kind =
                Run.of("fleet", "events", "edge-1", "--kind", "milestone", "--json", "--home", at);
        assertThat(kind.out().lines()).hasSize(2);
        Run wrong = Run.of("fleet", "events", "edge-1", "--from", "nowhere", "--home", at);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("from");
    }

    @Test
    void showsWhatCouldNotBeTaken() {
        Run run = Run.of("fleet", "dead-letters", "--home", home.root().toString());

        assertThat(run.out().lines().toList().get(1)).contains("edge-1").contains("not-json");
        Run none =
                Run.of(
                        "fleet",
                        "dead-letters",
                        "--node",
                        "edge-2",
                        "--home",
                        home.root().toString());
        assertThat(none.out()).contains("No dead letters");
    }

    @Test
    void tellsANodeToSendAgain() throws Exception {
        Thread answering = Thread.ofVirtual().start(this::answer);
        Run run = Run.of("fleet", "resync", "edge-1", "--home", home.root().toString());
        answering.join();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("edge-1: done, on it");
    }

    @Test
    void printsJsonForPrograms() throws IOException {
        Run run = Run.of("fleet", "--json", "--home", home.root().toString());

        List<JsonNode> nodes =
                run.out()
                        .lines()
                        .map(
                                line -> {
                                    try {
                                        return JSON.readTree(line);
                                    } catch (IOException e) {
                                        throw new AssertionError(e);
                                    }
                                })
                        .toList();
        assertThat(nodes).hasSize(2);
        assertThat(nodes.get(0).path("queue").path("rows").asInt()).isEqualTo(4);
        assertThat(nodes.get(0).path("events").path("committedThrough").asInt()).isEqualTo(3);
        assertThat(nodes.get(1).path("state").asText()).isEqualTo("invited");
        assertThat(
                        JSON.readTree(
                                        Run.of(
                                                        "fleet",
                                                        "incidents",
                                                        "--json",
                                                        "--home",
                                                        home.root().toString())
                                                .out())
                                .path("milestones"))
                .hasSize(2);
    }

    @Test
    void invitesWithTheCodeAloneOnStandardOutput() {
        Run run = Run.of("fleet", "invite", "edge-3", "--home", home.root().toString());

        assertThat(run.out().strip()).matches("([A-Z2-7]{6}-){6}[A-Z2-7]{6}");
        assertThat(run.err())
                .contains("andon enrol " + hub.address() + " " + run.out().strip())
                .doesNotContain("already");
        Run again = Run.of("fleet", "invite", "edge-1", "--home", home.root().toString());
        assertThat(again.err()).contains("enrolled already");
        Run.of("fleet", "remove", "edge-3", "--home", home.root().toString());
    }

    @Test
    void saysWhatIsWrong() {
        String at = home.root().toString();
        assertFails(Run.of("fleet", "show", "edge-9", "--home", at), "There is no node");
        assertFails(Run.of("fleet", "remove", "edge-9", "--home", at), "was invited");
        assertFails(Run.of("fleet", "invite", "Edge 1", "--home", at), "lower case letters");
        assertFails(Run.of("fleet", "invite", "hub-1", "--home", at), "kept for the hub");
        String elsewhere = folder.resolve("nothing").toString();
        assertFails(
                Run.of("fleet", "--home", elsewhere),
                "No hub runs on " + elsewhere,
                "andon hub serve --home " + elsewhere);
        assertFails(
                Run.of("fleet", "--hub", "https://127.0.0.1:1", "--home", at),
                "No hub answers at https://127.0.0.1:1",
                "Check the address");
        assertFails(Run.of("hub", "worker", "--home", elsewhere), "No hub runs");
        assertThat(folder.resolve("nothing")).doesNotExist();
        assertThat(Run.of("fleet", "nonsense").exit()).isEqualTo(2);
        assertThat(Run.of().exit()).isEqualTo(2);
    }

    @Test
    void writesThePasswordFileWhileTheHubRuns() throws IOException {
        Path file = folder.resolve("passwords");

        Run run = Run.of("hub", "passwords", file.toString(), "--home", home.root().toString());

        assertThat(run.out()).contains("2 users");
        assertThat(Files.readAllLines(file))
                .anyMatch(line -> line.startsWith("edge-1:$7$"))
                .anyMatch(line -> line.startsWith("hub:$7$"));
    }

    private static void assertFails(Run run, String... words) {
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("andon: ").contains(words).doesNotContain("\tat ");
    }

    private Run fleet() {
        return Run.of("fleet", "--home", home.root().toString());
    }

    private void answer() {
        node.subscribe(TOPICS.commands("edge-1"), 1);
        Delivery delivery = node.next(LONG);
        Command command = SyncCodec.decode(delivery.payload().bytes(), Command.class);
        delivery.acknowledge();
        CommandResult result = new CommandResult(command.id(), "edge-1", true, "done", "on it");
        node.publish(
                        Publication.confirmed(
                                delivery.responseTopic(), Payload.of(SyncCodec.encode(result))))
                .join();
    }

    private void send(Received batch) {
        node.publish(
                        Publication.confirmed(batch.topic(), batch.payload())
                                .of("application/json+gzip"))
                .join();
        if (batch.payload().length() > 20) {
            Ack ack = SyncCodec.decode(node.next(LONG).payload().bytes(), Ack.class);
            assertThat(ack.committedThrough()).isEqualTo(3);
        }
    }

    private static NodeStatus status() {
        return new NodeStatus(
                "edge-1",
                NODE.epoch(),
                true,
                NodeScript.BEGIN,
                "0.1.0",
                List.of(1),
                new OutboxState(4, 1_234, NodeScript.BEGIN, 7, 0, 0),
                List.of(
                        new Installed("manual", "px200-service", 7, "C", true),
                        new Installed("manual", "px200-service", 6, "B", false),
                        new Installed("manual", "fm48-service", 2, "B", true)),
                List.of("vosk-andon-en"),
                "e5-small-v2-q/1",
                40L,
                new DiskState(2L << 30, true),
                List.of(
                        new EngineState("store", "ok", null),
                        new EngineState("tts", "failed", "no voice")));
    }

    private MqttSettings enrolled(String name) throws Exception {
        String code = Run.of("fleet", "invite", name, "--home", home.root().toString()).out();
        String key = Base64.getEncoder().encodeToString(SigningKey.generate().known());
        Path ca = home.tls().resolve("ca.pem");
        try (HttpClient client =
                HttpClient.newBuilder().sslContext(HubCertificates.trustingOnly(ca)).build()) {
            String body =
                    JSON.createObjectNode().put("code", code).put("publicKey", key).toString();
            JsonNode credentials =
                    JSON.readTree(
                            client.send(
                                            HttpRequest.newBuilder(
                                                            hub.address().resolve("/api/v1/enrol"))
                                                    .POST(BodyPublishers.ofString(body))
                                                    .build(),
                                            BodyHandlers.ofString())
                                    .body());
            return MqttSettings.of(URI.create(credentials.path("broker").asText()), name)
                    .as(name, credentials.path("password").asText())
                    .trusting(HubCertificates.trustingOnly(ca));
        }
    }
}
