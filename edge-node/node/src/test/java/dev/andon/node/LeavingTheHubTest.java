package dev.andon.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.node.web.EngineHealth;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/// A node that leaves its hub says so, and goes on without; it may come back.
@Timeout(120)
class LeavingTheHubTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void tellsTheHubAndGoesOn() throws Exception {
        NodeHome home = new NodeHome(folder.resolve("home")).create();
        try (TestBroker broker =
                        EmbeddedArtemis.start(TestBroker.Options.open(folder.resolve("broker")));
                EdgeNode node = EdgeNode.open(home, DeviceConfig.defaults())) {
            assertThat(node.joinHub(() -> {})).isFalse();
            node.leaveHub();

            enrol(home, broker.url());
            assertThat(node.joinHub(() -> {})).isTrue();
            assertThat(node.health()).extracting(EngineHealth::name).contains("hub");
            assertTold(broker, true);

            node.leaveHub();
            assertThat(node.health()).extracting(EngineHealth::name).doesNotContain("hub");
            assertTold(broker, false);

            assertThat(node.joinHub(() -> {})).isTrue();
            assertTold(broker, true);
        }
    }

    /// What the broker retains of the node, at once or soon.
    private static void assertTold(TestBroker broker, boolean online) {
        try (MqttLink link =
                new PahoConnector().connect(MqttSettings.of(broker.url(), "watcher-" + online))) {
            link.subscribe("andon/v1/plant/node/edge-1/status", 1);
            NodeStatus told;
            do {
                Delivery delivery = link.next(SOON);
                assertThat(delivery).as("a status with online " + online).isNotNull();
                told = SyncCodec.decode(delivery.payload().bytes(), NodeStatus.class);
                delivery.acknowledge();
            } while (told.online() != online);
        }
    }

    private static void enrol(NodeHome home, URI broker) throws IOException {
        Files.createDirectories(home.hub());
        Files.writeString(
                home.hub().resolve("enrolment.json"),
                """
                {"site": "plant", "node": "edge-1", "hub": "https://127.0.0.1:8470", "broker": "%s",
                "user": "edge-1", "password": "word", "ca": "", "keys": ["%s"]}
                """
                        .formatted(
                                broker,
                                Base64.getEncoder().encodeToString(SigningKey.generate().known())));
    }
}
