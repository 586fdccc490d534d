package dev.andon.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.HubConfig;
import dev.andon.hub.ingest.Received;
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
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The hub as its users have it: a process.
@Timeout(300)
class HubProcessTest {
    private static final Topics TOPICS = new Topics("lyon");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int BATCHES = 40;
    private static final String LYON = "hub: {site: lyon}\n";

    @TempDir Path folder;

    @Test
    void enrolsANodeThatThenHearsIt() throws Exception {
        try (HubProcess hub = HubProcess.start(folder.resolve("hub"), LYON)) {
            JsonNode credentials = hub.enrol("edge-1");
            assertThat(credentials.path("broker").asText()).isEqualTo(hub.broker().toString());
            assertThat(credentials.path("hub").asText()).isEqualTo(hub.api().toString());

            try (MqttLink node = new PahoConnector().connect(hub.settings(credentials))) {
                node.subscribe(TOPICS.hubStatus(), 1);
                assertThat(status(node).online()).isTrue();

                hub.delete("/api/v1/fleet/edge-1");
                assertThatExceptionOfType(MqttFailure.class).isThrownBy(() -> node.next(LONG));
            }
            assertThatExceptionOfType(MqttFailure.class)
                    .isThrownBy(() -> new PahoConnector().connect(hub.settings(credentials)))
                    .extracting(MqttFailure::code)
                    .isEqualTo("refused");
        }
    }

    @Test
    void goesOnWhereItWasWhenItIsKilled() throws Exception {
        try (HubProcess hub = HubProcess.start(folder.resolve("hub"), LYON)) {
            JsonNode credentials = hub.enrol("edge-1");
            String code = hub.invite("edge-2");
            String ca = Files.readString(hub.home().tls().resolve("ca.pem"));
            try (MqttLink node = new PahoConnector().connect(hub.settings(credentials))) {
                node.subscribe(TOPICS.commands("edge-1"), 1);
            }
            try (MqttLink node = new PahoConnector().connect(hub.settings(credentials))) {
                node.publish(Publication.confirmed(TOPICS.commands("edge-1"), Payload.of("kept")))
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
            assertThat(second.path("node").asText()).isEqualTo("edge-2");
        }
    }

    @Test
    void endsWhenItIsTold() throws Exception {
        try (HubProcess hub = HubProcess.start(folder.resolve("hub"), LYON)) {
            assertThat(hub.get("/api/v1/health").path("status").asText()).isEqualTo("ok");
            assertThat(RunningHub.of(hub.home())).isPresent();

            assertThat(hub.terminate()).isEqualTo(143);

            assertThat(RunningHub.of(hub.home())).isEmpty();
            assertThat(hub.err()).doesNotContain("Exception", "SEVERE");
        }
    }

    @Test
    void runsOnceOnAFolder() throws Exception {
        try (HubProcess hub = HubProcess.start(folder.resolve("hub"), LYON)) {
            assertThatExceptionOfType(HubException.class)
                    .isThrownBy(() -> Hub.open(hub.home(), HubConfig.of(hub.home())))
                    .withMessageContaining("already")
                    .extracting(HubException::code)
                    .isEqualTo("runs-already");
            assertThat(hub.process().isAlive()).isTrue();
        }
    }

    @Test
    void losesNothingWhenAWorkerBesideItIsKilled() throws Exception {
        NodeScript script = NodeScript.of("edge-1", 1);
        try (HubProcess hub = HubProcess.start(folder.resolve("hub"), LYON);
                MqttLink node = new PahoConnector().connect(hub.settings(hub.enrol("edge-1")))) {
            node.subscribe(TOPICS.ack("edge-1"), 0);
            Process worker = worker(hub);
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
                assertThat(hub.get("/api/v1/dead-letters").path("deadLetters")).isEmpty();
            } finally {
                worker.destroyForcibly().waitFor();
            }
        }
    }

    private Process worker(HubProcess hub) throws IOException {
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
