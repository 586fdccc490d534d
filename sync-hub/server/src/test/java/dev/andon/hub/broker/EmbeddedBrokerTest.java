package dev.andon.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.hub.pki.HostNames;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

@Timeout(180)
class EmbeddedBrokerTest {
    private static final Topics TOPICS = new Topics("plant");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir static Path tls;
    private static HubCertificates certificates;

    @TempDir Path folder;

    private final Map<String, String> passwords =
            new ConcurrentHashMap<>(
                    Map.of("hub", "hub-word", "edge", "edge-word", "edge-1", "one"));
    private EmbeddedBroker broker;

    @BeforeAll
    static void certify() {
        certificates =
                HubCertificates.ensure(tls, HostNames.of(List.of(), List.of()), Instant.now());
    }

    @BeforeEach
    void start() {
        broker = start(0);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void carriesANodesEventsToTheHub() {
        try (MqttLink hub = connect("hub", "hub-ingest-1");
                MqttLink edge = connect("edge-1", "edge-1")) {
            hub.subscribe(TOPICS.ingestFilter(), 1);
            edge.subscribe(TOPICS.ack("edge-1"), 0);
            edge.publish(Publication.confirmed(TOPICS.events("edge-1"), Payload.of("batch")))
                    .join();

            Delivery delivery = hub.next(LONG);
            assertThat(delivery.payload()).isEqualTo(Payload.of("batch"));
            delivery.acknowledge();
            hub.publish(Publication.fleeting(TOPICS.ack("edge-1"), Payload.of("ack"))).join();
            assertThat(edge.next(LONG).payload()).isEqualTo(Payload.of("ack"));
        }
    }

    @Test
    void refusesWhoIsNotWhoHeSays() {
        assertRefused("edge-1", "wrong", "edge-1");
        assertRefused("unknown", "one", "unknown");
        assertRefused(null, null, "edge-1");
        // Another's name would throw that one out.
        assertRefused("edge", "edge-word", "edge-1");
        assertRefused("edge", "edge-word", "hub-ingest-1");
        assertRefused("edge-1", "one", "edge");
    }

    private void assertRefused(String user, String password, String clientId) {
        assertThatExceptionOfType(MqttFailure.class)
                .as(user + " as " + clientId)
                .isThrownBy(() -> connectAs(user, password, clientId))
                .extracting(MqttFailure::code)
                .isEqualTo("refused");
    }

    @Test
    void holdsANodeToItsOwnTopics() {
        try (MqttLink edge = connect("edge-1", "edge-1")) {
            for (String topic :
                    List.of(TOPICS.events("edge"), TOPICS.hubStatus(), TOPICS.catalog(), "other")) {
                assertThatExceptionOfType(CompletionException.class)
                        .as(topic)
                        .isThrownBy(
                                () ->
                                        edge.publish(Publication.confirmed(topic, Payload.of("x")))
                                                .join())
                        .withCauseInstanceOf(MqttFailure.class);
            }
            for (String filter :
                    List.of(TOPICS.everyNode("events"), TOPICS.ack("edge"), "#", "andon/#")) {
                assertThatExceptionOfType(MqttFailure.class)
                        .as(filter)
                        .isThrownBy(() -> edge.subscribe(filter, 1))
                        .extracting(MqttFailure::code)
                        .isEqualTo("refused");
            }
        }
    }

    @Test
    void letsANodeHearTheLibraryAndTheHub() {
        try (MqttLink hub = connect("hub", "hub");
                MqttLink edge = connect("edge-1", "edge-1")) {
            hub.publish(Publication.confirmed(TOPICS.hubStatus(), Payload.of("on")).retained())
                    .join();
            for (String filter :
                    List.of(
                            TOPICS.catalog(),
                            "andon/v1/plant/library/+/+/manifest/+",
                            TOPICS.sharedBlocks(),
                            TOPICS.blocks("edge-1"),
                            TOPICS.hubStatus())) {
                edge.subscribe(filter, 1);
            }
            assertThat(edge.next(LONG).payload()).isEqualTo(Payload.of("on"));
        }
    }

    @Test
    void goesOnWhereItWasAfterARestart() {
        try (MqttLink hub = connect("hub", "hub-library")) {
            hub.subscribe(TOPICS.everyNode("events"), 1);
            hub.publish(Publication.confirmed(TOPICS.catalog(), Payload.of("c")).retained()).join();
        }
        try (MqttLink edge = connect("edge-1", "edge-1")) {
            edge.publish(Publication.confirmed(TOPICS.events("edge-1"), Payload.of("kept"))).join();
        }
        for (int restart = 0; restart < 2; restart++) {
            int port = broker.port();
            broker.close();
            broker = start(port);
            assertThat(broker.port()).isEqualTo(port);
        }
        try (MqttLink hub = connect("hub", "hub-library");
                MqttLink edge = connect("edge-1", "edge-1")) {
            assertThat(hub.next(LONG).payload()).isEqualTo(Payload.of("kept"));
            edge.subscribe(TOPICS.catalog(), 1);
            assertThat(edge.next(LONG).payload()).isEqualTo(Payload.of("c"));
        }
    }

    @Test
    void endsTheConnectionsOfAUserWhoseCredentialsEnded() {
        try (MqttLink edge = connect("edge-1", "edge-1");
                MqttLink other = connect("edge", "edge")) {
            passwords.put("edge-1", "another");
            broker.disconnect("edge-1");

            assertThatExceptionOfType(MqttFailure.class).isThrownBy(() -> edge.next(LONG));
            assertThat(other.next(SHORT)).isNull();
            assertThat(other.connected()).isTrue();
        }
        assertThatExceptionOfType(MqttFailure.class)
                .isThrownBy(() -> connectAs("edge-1", "one", "edge-1"));
        connectAs("edge-1", "another", "edge-1").close();
    }

    @Test
    void listensWithoutTlsOnThisComputerAlone() {
        URI plain = URI.create("tcp://127.0.0.1:" + broker.plainPort().orElseThrow());
        MqttSettings settings = MqttSettings.of(plain, "edge-1").as("edge-1", "one");

        try (MqttLink edge = new PahoConnector().connect(settings)) {
            assertThat(edge.connected()).isTrue();
        }
        assertThatExceptionOfType(MqttFailure.class)
                .isThrownBy(() -> new PahoConnector().connect(settings.as("edge-1", "wrong")));
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(BrokerException.class)
                    .isThrownBy(() -> start(taken.getLocalPort()))
                    .withMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .withMessageContaining("broker.port")
                    .extracting(BrokerException::code)
                    .isEqualTo("port-taken");
        }
    }

    @Test
    void saysThatAnotherUsesTheJournal() {
        assertThatExceptionOfType(BrokerException.class)
                .isThrownBy(() -> start(0, 100))
                .extracting(BrokerException::code)
                .isEqualTo("not-started");
    }

    private EmbeddedBroker start(int port) {
        return start(port, BrokerSettings.LOCK_MS_MAX);
    }

    private EmbeddedBroker start(int port, long lockMsMax) {
        Path journal = folder.resolve("broker");
        try {
            Files.createDirectories(journal);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        BrokerSettings settings =
                new BrokerSettings(
                        "plant",
                        "127.0.0.1",
                        port,
                        0,
                        journal,
                        lockMsMax,
                        certificates.certificate(),
                        certificates.key(),
                        "hub");
        return EmbeddedBroker.start(
                settings, (user, password) -> password.equals(passwords.get(user)));
    }

    private MqttLink connect(String user, String clientId) {
        return connectAs(user, passwords.get(user), clientId);
    }

    private MqttLink connectAs(String user, String password, String clientId) {
        MqttSettings settings =
                MqttSettings.of(URI.create("ssl://127.0.0.1:" + broker.port()), clientId)
                        .trusting(certificates.trusting(null));
        return new PahoConnector().connect(user == null ? settings : settings.as(user, password));
    }
}
