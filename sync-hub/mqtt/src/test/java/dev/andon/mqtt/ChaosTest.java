package dev.andon.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.ChaosProxy;
import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.Mischief;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A sender that goes on until the receiver has everything, and a network that cuts, drops,
/// duplicates, delays and reorders: no link gets stuck.
class ChaosTest {
    private static final int COUNT = 150;
    private static final int TOGETHER = 50;
    private static final int PATIENCE = 6;

    @TempDir private Path folder;
    private final BitSet came = new BitSet();
    private final CountDownLatch complete = new CountDownLatch(1);

    @Test
    @EnabledIf("dev.andon.mqtt.testing.MosquittoProcess#installed")
    void getsEverythingThroughMosquitto() throws Exception {
        try (TestBroker broker = MosquittoProcess.start(TestBroker.Options.open(folder))) {
            getsEverythingThrough(broker, 1);
        }
    }

    @Test
    void getsEverythingThroughArtemis() throws Exception {
        try (TestBroker broker = EmbeddedArtemis.start(TestBroker.Options.open(folder))) {
            getsEverythingThrough(broker, 2);
        }
    }

    private void getsEverythingThrough(TestBroker broker, long seed) throws Exception {
        try (ChaosProxy proxy = ChaosProxy.before(broker.url(), Mischief.bad(seed));
                LinkLoop receiver = loop("receiver", proxy.url(), this::receive);
                LinkLoop sender = loop("sender", proxy.url(), this::send)) {
            assertThat(complete.await(300, TimeUnit.SECONDS))
                    .as("%s of %d with %s", came, COUNT, proxy.counts())
                    .isTrue();
            assertThat(proxy.counts().cuts()).isPositive();
            assertThat(receiver).isNotSameAs(sender);
        }
    }

    private static LinkLoop loop(String id, URI url, LinkLoop.Work work) {
        return LinkLoop.start(
                id,
                () -> new PahoConnector().connect(MqttSettings.of(url, id)),
                work,
                failure -> {});
    }

    private void receive(MqttLink link) {
        link.subscribe("numbers/#", 1);
        while (!Thread.currentThread().isInterrupted()) {
            Delivery next = link.next(Duration.ofSeconds(1));
            if (next != null) {
                note(Integer.parseInt(new String(next.payload().bytes())));
                next.acknowledge();
            }
        }
    }

    private synchronized void note(int number) {
        came.set(number);
        if (came.cardinality() == COUNT) {
            complete.countDown();
        }
    }

    /// What is missing, a bit of it at a time; a link on which nothing moves for long is given up,
    /// as the watchdog of a node does.
    private void send(MqttLink link) throws InterruptedException {
        int still = 0;
        while (still < PATIENCE) {
            int before = missingFrom(0);
            int number = before;
            for (int i = 0; i < TOGETHER && number < COUNT; i++) {
                String text = String.valueOf(number);
                link.publish(Publication.confirmed("numbers/" + i, Payload.of(text)));
                number = missingFrom(number + 1);
            }
            if (complete.await(500, TimeUnit.MILLISECONDS)) {
                return;
            }
            still = before == missingFrom(0) ? still + 1 : 0;
        }
    }

    private synchronized int missingFrom(int number) {
        return came.nextClearBit(number);
    }
}
