package dev.andon.hub.library.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.library.DocumentKey;
import dev.andon.hub.library.LibraryFixture;
import dev.andon.hub.testing.Eventually;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.protocol.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

/// The library as it travels: over a broker.
class LibraryOverBrokerTest {
    private static final MqttConnector CONNECTOR = new PahoConnector();
    private static final DocumentKey WORDS = DocumentKey.named("phrases/commands-en");

    @TempDir Path folder;

    @Test
    void bringsARevisionToANodeThatComesLaterAndTheNextToOneThatIsThere() throws IOException {
        try (TestBroker broker =
                        EmbeddedArtemis.start(TestBroker.Options.open(folder.resolve("broker")));
                LibraryFixture plant =
                        LibraryFixture.open(Files.createDirectory(folder.resolve("hub")));
                LibraryLink library = LibraryLink.start(plant.library);
                LinkLoop hub =
                        loop("hub", broker, link -> new LinkParts(List.of(library)).on(link))) {
            plant.phrases(text(200_000), "A");
            plant.library.stage(WORDS, "A", null, null);
            AtomicReference<MqttLink> out = new AtomicReference<>();
            ScriptedNode node =
                    new ScriptedNode(
                            "edge-1", plant.trusted(), said -> send(out.get(), said), (_, _) -> {});
            Thread installing = node.start();
            try (LinkLoop edge =
                    loop(
                            "edge-1",
                            broker,
                            link -> {
                                out.set(link);
                                serve(link, node);
                            })) {
                Eventually.holds("A is installed", () -> serial(node) == 1);
                plant.phrases(text(300_000), "B");
                plant.library.stage(WORDS, "B", null, null);
                Eventually.holds("B is installed", () -> serial(node) == 2);
                assertThat(node.complaints).isEmpty();
            } finally {
                installing.interrupt();
            }
        }
    }

    private static LinkLoop loop(String client, TestBroker broker, LinkLoop.Work work) {
        return LinkLoop.start(
                client, () -> CONNECTOR.connect(broker.client(client)), work, failure -> {});
    }

    /// After each silence it subscribes anew: what was retained just then may have been missed.
    private static void serve(MqttLink link, ScriptedNode node) {
        while (!Thread.currentThread().isInterrupted()) {
            node.filters().forEach(filter -> link.subscribe(filter, 1));
            Delivery delivery = link.next(Duration.ofSeconds(1));
            while (delivery != null) {
                node.arrived(delivery);
                delivery.acknowledge();
                delivery = link.next(Duration.ofSeconds(1));
            }
        }
    }

    /// What is lost with a link is asked for again.
    private static void send(MqttLink link, Delivery said) {
        try {
            link.publish(Publication.confirmed(said.topic(), said.payload()));
        } catch (MqttFailure e) {
            assertThat(e.code()).isIn("lost", "closed");
        }
    }

    private static long serial(ScriptedNode node) {
        Manifest manifest = node.installed.get("commands-en");
        return manifest == null ? 0 : manifest.serial();
    }

    private Path text(int length) throws IOException {
        Random random = new Random(length);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ('a' + random.nextInt(26));
        }
        return Files.write(
                Files.createTempDirectory(folder, "text").resolve("commands-en.txt"), text);
    }
}
