package dev.andon.node.sync.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The library over Mosquitto, which is killed in the middle of a fetch.
class OverABrokerTest {
    private static final int SERVED_BEFORE_THE_KILL = 200;

    @Test
    void installsAManualOverABrokerThatDiesOnce(@TempDir Path folder) throws Exception {
        assumeTrue(MosquittoProcess.installed(), "Mosquitto is not installed");
        CountDownLatch half = new CountDownLatch(SERVED_BEFORE_THE_KILL);
        try (ScriptedHub hub = new ScriptedHub();
                TestBroker broker =
                        MosquittoProcess.start(TestBroker.Options.open(folder.resolve("broker")));
                TestNode node = TestNode.open(folder.resolve("home"), hub)) {
            hub.release(Px200.manifest(hub, 1, "C"));
            hub.settle();
            try (LinkLoop _ = loop(broker, "hub", new BrokeredHub(hub, half));
                    LinkLoop _ = loop(broker, ScriptedHub.NODE, node.client)) {
                assertThat(half.await(120, TimeUnit.SECONDS)).isTrue();
                broker.kill();
                broker.startAgain();
                assertThat(node.fact().state()).isEqualTo("installed");
                assertThat(node.ask(Px200.QUESTION).text()).contains(Px200.OF_C);
            }
        }
    }

    private static LinkLoop loop(TestBroker broker, String id, LinkPart part) {
        return LinkLoop.start(
                "test-" + id,
                () -> new PahoConnector().connect(broker.client(id)),
                new LinkParts(List.of(part)),
                _ -> {});
    }
}
