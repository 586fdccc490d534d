package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.andon.config.Secret;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestAuthority;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.protocol.NodeStatus.EngineState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The whole of the node's link to a real broker with passwords and TLS.
class HubLinkOnBrokerTest {
    @TempDir private Path folder;

    private final MemoryOutbox outbox = new MemoryOutbox(5);
    private TestAuthority authority;
    private MosquittoProcess broker;
    private ScriptedHub hub;

    @BeforeEach
    void start() {
        assumeThat(MosquittoProcess.installed()).as("mosquitto is installed").isTrue();
        authority = TestAuthority.in(folder.resolve("tls"), "ip:127.0.0.1");
        TestBroker.Options options =
                TestBroker.Options.open(folder.resolve("broker"))
                        .over(authority)
                        .with(Map.of(Talk.NODE, "word", "hub", "hub-word"));
        broker = MosquittoProcess.start(options);
        hub =
                new ScriptedHub(
                        new PahoConnector(),
                        broker.client("hub")
                                .as("hub", "hub-word")
                                .trusting(authority.trusting()),
                        Talk.SITE);
        Awaiting.await("the hub is there", hub::connected);
    }

    @AfterEach
    void stop() {
        if (broker != null) {
            hub.close();
            broker.close();
        }
    }

    private HubLink link(String password, String ca, URI at) {
        Enrolment usual = HubLinkTest.enrolment(at, ca);
        Enrolment enrolment =
                new Enrolment(
                        usual.site(),
                        usual.node(),
                        usual.hub(),
                        at,
                        usual.user(),
                        new Secret(password),
                        ca,
                        usual.keys());
        return HubLink.start(
                enrolment,
                new HubLink.Settings(
                        folder.resolve("hub"),
                        Duration.ofSeconds(60),
                        new PahoConnector(),
                        Pace.USUAL),
                new NodeStore(outbox, outbox, new TestClock()),
                HubLinkTest.report(List.of(new EngineState("store", "ok", null))),
                List.of());
    }

    private String ca() throws IOException {
        return Files.readString(authority.caFile());
    }

    private static void awaitCode(HubLink link, String code) {
        Awaiting.await(
                "the link is " + code,
                () -> link.state().code().equals(code),
                () -> link.state().toString());
    }

    @Test
    void sendsOverTlsWithItsOwnPassword() throws Exception {
        outbox.write(Talk.fact(1));
        try (HubLink link = link("word", ca(), broker.url())) {
            awaitCode(link, "connected");
            Awaiting.await("all is sent", () -> outbox.state().rows() == 0);
        }
        assertThat(hub.events(outbox.epoch())).isNotEmpty();
    }

    @Test
    void saysThatTheBrokerRefusesItsPassword() throws Exception {
        try (HubLink link = link("wrong", ca(), broker.url())) {
            awaitCode(link, "refused");
            assertThat(link.state().mend()).contains("andon enrol");
        }
    }

    @Test
    void trustsNoOtherAuthority() {
        TestAuthority other = TestAuthority.in(folder.resolve("other"), "ip:127.0.0.1");
        try (HubLink link = link("word", read(other.caFile()), broker.url())) {
            awaitCode(link, "tls");
            assertThat(link.state().mend()).contains("enrol the node anew");
        }
    }

    @Test
    void trustsNoCertificateOfAnotherName() throws Exception {
        URI other = URI.create("ssl://localhost:" + broker.url().getPort());
        try (HubLink link = link("word", ca(), other)) {
            awaitCode(link, "tls");
        }
    }

    @Test
    void comesBackByItselfWhenTheBrokerDoes() throws Exception {
        try (HubLink link = link("word", ca(), broker.url())) {
            awaitCode(link, "connected");
            broker.kill();
            outbox.write(Talk.fact(2));
            Awaiting.await(
                    "it notices", () -> !link.state().code().equals("connected"));
            broker.startAgain();
            awaitCode(link, "connected");
            Awaiting.await("all is sent", () -> outbox.state().rows() == 0);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
