package dev.andon.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;

import dev.andon.config.HubConfig;
import dev.andon.hub.testing.HubProcess;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.protocol.HubStatus;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The hub as its users have it: a process.
@Timeout(300)
class HubProcessTest {
    private static final Topics TOPICS = new Topics("lyon");
    private static final Duration LONG = Duration.ofSeconds(60);
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

    private static HubStatus status(MqttLink node) {
        Delivery delivery = node.next(LONG);
        return SyncCodec.decode(delivery.payload().bytes(), HubStatus.class);
    }
}
