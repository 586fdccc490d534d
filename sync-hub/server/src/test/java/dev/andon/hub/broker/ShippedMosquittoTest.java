package dev.andon.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.hub.enrol.Enrolment;
import dev.andon.hub.enrol.Enrolments;
import dev.andon.hub.enrol.Invitation;
import dev.andon.hub.pki.HostNames;
import dev.andon.hub.pki.HubCertificates;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.protocol.Topics;
import dev.andon.protocol.signature.SigningKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/// The configuration in `device-config/brokers/mosquitto`, with its folders moved, on the Mosquitto
/// of this computer.
@Timeout(120)
class ShippedMosquittoTest {
    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");
    private static final Path SHIPPED =
            Path.of(System.getProperty("andon.root"), "device-config/brokers/mosquitto");
    private static final String KEY =
            Base64.getEncoder().encodeToString(SigningKey.generate().known());
    private static final Topics TOPICS = new Topics("plant");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir Path folder;

    private HubCertificates certificates;
    private HubStore store;
    private Enrolments enrolments;
    private String password;
    private int port;
    private Process mosquitto;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO), "apt-get install mosquitto");
        Path tls = Files.createDirectories(folder.resolve("andon"));
        certificates =
                HubCertificates.ensure(tls, HostNames.of(List.of(), List.of()), Instant.now());
        store = HubStore.open(StoreSettings.sqlite(folder.resolve("hub.db")));
        enrolments =
                new Enrolments(store, certificates.authority(), InstantSource.system(), _ -> {});
        password = enrol("edge-1");
        enrol("edge-2");
        Files.write(tls.resolve("passwords"), enrolments.passwordFile("word-of-the-hub"));
        Files.copy(SHIPPED.resolve("acl"), tls.resolve("acl"));
        Files.createDirectories(folder.resolve("data"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("mosquitto.conf"), configuration());
        run();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (mosquitto != null) {
            mosquitto.destroyForcibly().waitFor();
        }
        if (store != null) {
            store.close();
        }
    }

    @Test
    void letsInWhomTheHubsPasswordFileNames() {
        try (MqttLink hub = connect("hub", "word-of-the-hub", "hub-ingest-1");
                MqttLink edge = connect("edge-1", password, "edge-1")) {
            hub.subscribe(TOPICS.ingestFilter(), 1);
            hub.publish(Publication.confirmed(TOPICS.catalog(), Payload.of("c")).retained()).join();
            edge.subscribe(TOPICS.catalog(), 1);
            assertThat(edge.next(LONG).payload()).isEqualTo(Payload.of("c"));

            edge.publish(Publication.confirmed(TOPICS.events("edge-1"), Payload.of("b"))).join();
            assertThat(hub.next(LONG).payload()).isEqualTo(Payload.of("b"));
        }
    }

    @Test
    void keepsOthersOut() {
        for (String wrong : new String[] {"", password + "x"}) {
            assertThatExceptionOfType(MqttFailure.class)
                    .isThrownBy(() -> connect("edge-1", wrong, "edge-1"))
                    .extracting(MqttFailure::code)
                    .isEqualTo("refused");
        }
        assertThatExceptionOfType(MqttFailure.class)
                .isThrownBy(() -> new PahoConnector().connect(settings("edge-1")));
    }

    @Test
    void holdsANodeToItsOwnTopics() {
        try (MqttLink hub = connect("hub", "word-of-the-hub", "hub-ingest-1");
                MqttLink edge = connect("edge-1", password, "edge-1")) {
            hub.subscribe(TOPICS.everyNode("status"), 1);
            assertThat(
                            edge.publish(
                                            Publication.confirmed(
                                                    TOPICS.status("edge-2"), Payload.of("x")))
                                    .handle((_, failure) -> failure)
                                    .join())
                    .isInstanceOf(MqttFailure.class);
            assertThat(hub.next(SHORT)).isNull();
        }
    }

    @Test
    void keepsWhatItConfirmedWhenItIsKilled() throws Exception {
        try (MqttLink hub = connect("hub", "word-of-the-hub", "hub-library")) {
            hub.subscribe(TOPICS.everyNode("want"), 1);
            hub.publish(Publication.confirmed(TOPICS.catalog(), Payload.of("c")).retained()).join();
        }
        try (MqttLink edge = connect("edge-1", password, "edge-1")) {
            edge.publish(Publication.confirmed(TOPICS.want("edge-1"), Payload.of("w"))).join();
        }
        mosquitto.destroyForcibly().waitFor();
        run();

        try (MqttLink hub = connect("hub", "word-of-the-hub", "hub-library");
                MqttLink edge = connect("edge-1", password, "edge-1")) {
            assertThat(hub.next(LONG).payload()).isEqualTo(Payload.of("w"));
            edge.subscribe(TOPICS.catalog(), 1);
            assertThat(edge.next(LONG).payload()).isEqualTo(Payload.of("c"));
        }
    }

    private String enrol(String node) {
        Invitation.Open open = (Invitation.Open) enrolments.invite(node, Duration.ofHours(1));
        return ((Enrolment.Done) enrolments.enrol(open.code(), KEY)).password();
    }

    private String configuration() throws IOException {
        String moved =
                Files.readString(SHIPPED.resolve("mosquitto.conf"))
                        .replace("/etc/mosquitto/andon", folder.resolve("andon").toString())
                        .replace("/var/lib/mosquitto/", folder.resolve("data") + "/")
                        .replace("listener 8883", "listener " + port + " 127.0.0.1");
        assertThat(moved).contains("listener " + port).doesNotContain("/etc/", "/var/lib");
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? moved + "\nuser root\n" : moved;
    }

    private void run() throws Exception {
        mosquitto =
                new ProcessBuilder(
                                MOSQUITTO.toString(),
                                "-c",
                                folder.resolve("mosquitto.conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mosquitto.log").toFile())
                        .start();
        while (!listens()) {
            if (!mosquitto.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("mosquitto.log")));
            }
            Thread.sleep(20);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private MqttSettings settings(String clientId) {
        return MqttSettings.of(URI.create("ssl://127.0.0.1:" + port), clientId)
                .trusting(certificates.trusting(null));
    }

    private MqttLink connect(String user, String word, String clientId) {
        return new PahoConnector().connect(settings(clientId).as(user, word));
    }
}
