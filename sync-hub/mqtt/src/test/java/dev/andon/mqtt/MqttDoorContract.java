package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.mqtt.testing.RawClient;
import dev.andon.mqtt.testing.TestAuthority;
import dev.andon.mqtt.testing.TestBroker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Who comes in and who does not, what a broker's death looks like, and what hostile neighbours
/// send through it.
abstract class MqttDoorContract {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TOPIC = "andon/v1/s/node/edge-1/results";

    @TempDir private Path folder;

    abstract TestBroker start(TestBroker.Options options);

    abstract MqttConnector connector();

    @Test
    void letsInWhoKnowsThePasswordAndNobodyElse() {
        TestBroker.Options closed =
                TestBroker.Options.open(folder).with(Map.of("edge-1", "correct horse"));
        try (TestBroker broker = start(closed)) {
            connector().connect(broker.client("edge-1").as("edge-1", "correct horse")).close();

            refuses(broker.client("edge-1").as("edge-1", "wrong"), "refused");
            refuses(broker.client("edge-1").as("nobody", "correct horse"), "refused");
            refuses(broker.client("edge-1"), "refused");
        }
    }

    @Test
    void speaksTlsWithABrokerOfTheTrustedAuthorityOnly() throws Exception {
        TestAuthority own =
                TestAuthority.in(folder.resolve("own"), "ip:127.0.0.1", "dns:localhost");
        TestAuthority foreign = TestAuthority.in(folder.resolve("foreign"), "ip:127.0.0.1");
        try (TestBroker broker = start(TestBroker.Options.open(folder.resolve("data")).over(own))) {
            MqttSettings usual = broker.client("edge-1").trusting(own.trusting());
            try (MqttLink link = connector().connect(usual)) {
                link.subscribe(TOPIC, 1);
                done(link.publish(Publication.confirmed(TOPIC, Payload.of(new byte[100_000]))));
                Delivery came = link.next(SOON);
                assertThat(came).isNotNull();
                assertThat(came.payload().length()).isEqualTo(100_000);
            }
            refuses(broker.client("edge-1").trusting(foreign.trusting()), "tls");
        }
    }

    @Test
    void refusesACertificateOfAnotherName() {
        TestAuthority own = TestAuthority.in(folder.resolve("own"), "dns:elsewhere.example");
        try (TestBroker broker = start(TestBroker.Options.open(folder.resolve("data")).over(own))) {
            refuses(broker.client("edge-1").trusting(own.trusting()), "tls");
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        refuses(
                MqttSettings.of(URI.create("tcp://127.0.0.1:" + TestBroker.freePort()), "edge-1"),
                "unreachable");
        refuses(
                MqttSettings.of(URI.create("tcp://no-such-host.invalid:1"), "edge-1"),
                "unreachable");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            MqttSettings usual =
                    MqttSettings.of(URI.create("tcp://127.0.0.1:" + mute.getLocalPort()), "edge-1");
            MqttSettings hurried =
                    new MqttSettings(
                            usual.broker(),
                            usual.clientId(),
                            null,
                            null,
                            null,
                            usual.sessionExpiry(),
                            usual.window(),
                            usual.receiveMax(),
                            usual.keepAlive(),
                            Duration.ofSeconds(1),
                            null);
            refuses(hurried, "unreachable");
        }
    }

    @Test
    void isLostWhenTheBrokerIsKilledAndANewOneIsMadeWhenItIsBack() throws Exception {
        try (TestBroker broker = start(TestBroker.Options.open(folder))) {
            MqttLink first = connector().connect(broker.client("edge-1"));
            first.subscribe(TOPIC, 1);
            broker.kill();

            assertThatThrownBy(() -> first.next(SOON))
                    .isInstanceOfSatisfying(
                            MqttFailure.class, e -> assertThat(e.code()).isEqualTo("lost"));
            assertThat(first.connected()).isFalse();
            first.close();
            broker.startAgain();
            try (MqttLink second = connector().connect(broker.client("edge-1"))) {
                second.subscribe(TOPIC, 1);
                done(second.publish(Publication.confirmed(TOPIC, Payload.of("back"))));
                assertThat(second.next(SOON)).isNotNull();
            }
        }
    }

    @Test
    void outlivesWhatHostileNeighboursSend() throws Exception {
        try (TestBroker broker = start(TestBroker.Options.open(folder));
                MqttLink link = connector().connect(broker.client("hub"))) {
            link.subscribe("andon/v1/s/node/+/results", 1);

            sendHostile(broker.url(), bytes(TOPIC), property(0x09, new byte[40_000]));
            sendHostile(broker.url(), bytes(TOPIC), pair("name", "bell\u0007"));
            sendHostile(broker.url(), bytes(TOPIC), property(0x03, bytes("text/\u0001")));
            sendHostile(broker.url(), bytes("andon/v1/s/node/\u0001\u009f/results"), new byte[0]);
            sendHostile(broker.url(), bytes(TOPIC), property(0x08, new byte[] {(byte) 0xc3}));
            try (RawClient large = new RawClient(broker.url(), "large")) {
                large.publish(bytes(TOPIC), new byte[0], new byte[400_000]);
            }
            done(link.publish(Publication.confirmed(TOPIC, Payload.of("proper"))));

            Delivery next = link.next(SOON);
            while (next != null && !next.payload().equals(Payload.of("proper"))) {
                assertThat(next.payload().length()).isLessThan(300_000);
                next.acknowledge();
                next = link.next(SOON);
            }
            assertThat(next).as("the proper one came after the hostile ones").isNotNull();
            assertThat(link.connected()).isTrue();
        }
    }

    /// A broker may end the connection of such a client; a new one for each.
    private static void sendHostile(URI broker, byte[] topic, byte[] properties) {
        try (RawClient hostile = new RawClient(broker, "hostile")) {
            hostile.publish(topic, properties, bytes("x"));
        }
    }

    private void refuses(MqttSettings settings, String code) {
        assertThatThrownBy(() -> connector().connect(settings))
                .isInstanceOfSatisfying(
                        MqttFailure.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] property(int id, byte[] value) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(id);
        all.writeBytes(RawClient.text(value));
        return all.toByteArray();
    }

    private static byte[] pair(String name, String value) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(property(0x26, bytes(name)));
        all.writeBytes(RawClient.text(bytes(value)));
        return all.toByteArray();
    }

    private static void done(CompletableFuture<Void> future) throws Exception {
        future.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }
}
