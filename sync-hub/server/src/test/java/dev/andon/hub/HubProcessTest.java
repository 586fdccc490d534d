package dev.andon.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.HubConfig;
import dev.andon.hub.ingest.Received;
import dev.andon.hub.testing.Eventually;
import dev.andon.hub.testing.HubProcess;
import dev.andon.hub.testing.NodeScript;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.protocol.Ack;
import dev.andon.protocol.HubStatus;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The hub as its users have it: a process, one for all that is asked of it, since it takes long to
/// start.
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HubProcessTest {
    private static final Topics TOPICS = new Topics("lyon");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int BATCHES = 40;
    private static final String LYON = "hub: {site: lyon}\n";

    @TempDir static Path folder;
    private static HubProcess hub;

    @BeforeAll
    static void start() throws IOException {
        hub = HubProcess.start(folder.resolve("hub"), LYON);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    @Order(2)
    void enrolsANodeThatThenHearsIt() throws Exception {
        JsonNode credentials = hub.enrol("edge-1");
        assertThat(credentials.path("broker").asText()).isEqualTo(hub.broker().toString());
        assertThat(credentials.path("hub").asText()).isEqualTo(hub.api().toString());

        try (MqttLink node = new PahoConnector().connect(hub.settings(credentials))) {
            node.subscribe(TOPICS.hubStatus(), 1);
            assertThat(status(node).online()).isTrue();
            node.publish(
                            Publication.confirmed(
                                            TOPICS.status("edge-1"),
                                            Payload.of(
                                                    SyncCodec.encode(
                                                            NodeStatus.death(
                                                                    "edge-1", "00", 7, "1"))))
                                    .retained())
                    .join();
            Eventually.holds("its status is known", () -> heard("edge-1"));

            hub.delete("/api/v1/fleet/edge-1");
            assertThat(hub.get("/api/v1/fleet").path("nodes")).isEmpty();
            assertThatExceptionOfType(MqttFailure.class).isThrownBy(() -> node.next(LONG));
        }
        assertThatExceptionOfType(MqttFailure.class)
                .isThrownBy(() -> new PahoConnector().connect(hub.settings(credentials)))
                .extracting(MqttFailure::code)
                .isEqualTo("refused");
    }

    @Test
    @Order(4)
    void goesOnWhereItWasWhenItIsKilled() throws Exception {
        JsonNode credentials = hub.enrol("edge-4");
        String code = hub.invite("edge-5");
        String ca = Files.readString(hub.home().tls().resolve("ca.pem"));
        try (MqttLink node = new PahoConnector().connect(hub.settings(credentials))) {
            node.subscribe(TOPICS.commands("edge-4"), 1);
        }
        try (MqttLink node = new PahoConnector().connect(hub.settings(credentials))) {
            node.publish(Publication.confirmed(TOPICS.commands("edge-4"), Payload.of("kept")))
                    .join();
        }
        hub.kill();
        hub.again();

        assertThat(hub.home().tls().resolve("ca.pem")).hasContent(ca);
        try (MqttLink node = new PahoConnector().connect(hub.settings(credentials))) {
            assertThat(node.next(LONG).payload()).isEqualTo(Payload.of("kept"));
        }
        JsonNode second =
                hub.post(
                        "/api/v1/enrol",
                        "{\"code\": \"%s\", \"publicKey\": \"%s\"}"
                                .formatted(code, credentials.path("keys").get(0).asText()));
        assertThat(second.path("node").asText()).isEqualTo("edge-5");
    }

    @Test
    @Order(5)
    void endsWhenItIsTold() throws Exception {
        assertThat(hub.get("/api/v1/health").path("status").asText()).isEqualTo("ok");
        assertThat(RunningHub.of(hub.home())).isPresent();

        assertThat(hub.terminate()).isEqualTo(143);

        assertThat(RunningHub.of(hub.home())).isEmpty();
        assertThat(hub.err()).doesNotContain("Exception", "SEVERE");
    }

    @Test
    @Order(1)
    void runsOnceOnAFolder() throws Exception {
        assertThatExceptionOfType(HubException.class)
                .isThrownBy(() -> Hub.open(hub.home(), HubConfig.of(hub.home())))
                .withMessageContaining("already")
                .extracting(HubException::code)
                .isEqualTo("runs-already");
        assertThat(hub.process().isAlive()).isTrue();
    }

    @Test
    @Order(3)
    void losesNothingWhenAWorkerBesideItIsKilled() throws Exception {
        NodeScript script = NodeScript.of("edge-3", 1);
        try (MqttLink node = new PahoConnector().connect(hub.settings(hub.enrol("edge-3")))) {
            node.subscribe(TOPICS.ack("edge-3"), 0);
            Process worker = worker();
            try {
                for (int batch = 0; batch < BATCHES; batch++) {
                    Received turns = script.turns(batch * 10L + 1, batch * 10L + 10);
                    node.publish(Publication.confirmed(turns.topic(), turns.payload())).join();
                    if (batch == BATCHES / 2) {
                        worker.destroyForcibly();
                    }
                }
                long committed = 0;
                while (committed < BATCHES * 10) {
                    byte[] answer = node.next(LONG).payload().bytes();
                    committed = SyncCodec.decode(answer, Ack.class).committedThrough();
                }
                assertThat(hub.get("/api/v1/dead-letters?node=edge-3").path("deadLetters"))
                        .isEmpty();
            } finally {
                worker.destroyForcibly().waitFor();
            }
        }
    }

    private static boolean heard(String node) {
        try {
            return hub.get("/api/v1/fleet/" + node).path("heard").isTextual();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Process worker() throws IOException {
        Process worker =
                new ProcessBuilder(
                                HubProcess.command(
                                        "hub", "worker", "--home", hub.home().root().toString()))
                        .redirectError(folder.resolve("worker.err").toFile())
                        .start();
        String line = worker.inputReader().readLine();
        assertThat(line)
                .as(Files.readString(folder.resolve("worker.err")))
                .contains("takes events");
        return worker;
    }

    private static HubStatus status(MqttLink node) {
        Delivery delivery = node.next(LONG);
        return SyncCodec.decode(delivery.payload().bytes(), HubStatus.class);
    }
}
