package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.ChaosProxy;
import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.Mischief;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.protocol.EventBatch.Gone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The uplink over real brokers, which are killed, and over a bad network.
class UplinkOnBrokersTest {
    /// A part of the heap of the tests, far below what the events take together.
    private static final long HEAP_BYTES_MAX = 64L << 20;

    @TempDir private Path folder;

    enum Kind {
        MOSQUITTO,
        ARTEMIS;

        TestBroker start(Path folder) {
            assumeThat(this == ARTEMIS || MosquittoProcess.installed())
                    .as("mosquitto is installed")
                    .isTrue();
            TestBroker.Options open = TestBroker.Options.open(folder);
            return switch (this) {
                case MOSQUITTO -> MosquittoProcess.start(open);
                case ARTEMIS -> EmbeddedArtemis.start(open);
            };
        }
    }

    private static ScriptedHub hub(TestBroker broker) {
        ScriptedHub hub =
                new ScriptedHub(
                        new PahoConnector(), MqttSettings.of(broker.url(), "hub"), Talk.SITE);
        Awaiting.await("the hub is there", hub::connected);
        return hub;
    }

    private static Talk talk(URI at, MemoryOutbox outbox, ScriptedHub hub) {
        return new Talk(new PahoConnector(), at, outbox, hub, Talk.FAST);
    }

    @ParameterizedTest
    @EnumSource
    void drainsAQueue(Kind kind) {
        MemoryOutbox outbox = new MemoryOutbox(1);
        try (TestBroker broker = kind.start(folder);
                Talk talk = talk(broker.url(), outbox, hub(broker))) {
            talk.append(5000);
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(5000);
            assertThat(talk.removedEarly()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingWhenTheBrokerIsKilledAgainAndAgain(Kind kind) {
        MemoryOutbox outbox = new MemoryOutbox(2);
        try (TestBroker broker = kind.start(folder);
                Talk talk = talk(broker.url(), outbox, hub(broker))) {
            for (int kill = 0; kill < 3; kill++) {
                talk.append(3000);
                long mark = talk.hub.mark(outbox.epoch());
                Awaiting.await("some arrived", () -> talk.hub.mark(outbox.epoch()) > mark);
                broker.kill();
                talk.append(500);
                broker.startAgain();
            }
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(10_500);
            assertThat(talk.removedEarly()).isEmpty();
            assertThat(talk.failures).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void losesNothingOnABadNetwork(long seed) {
        MemoryOutbox outbox = new MemoryOutbox(seed);
        Mischief bad = Mischief.bad(seed);
        try (TestBroker broker = Kind.MOSQUITTO.start(folder);
                ChaosProxy proxy = ChaosProxy.before(broker.url(), bad);
                Talk talk = talk(proxy.url(), outbox, hub(broker))) {
            talk.hub.onItsWay = ScriptedHub.mischief(seed);
            for (int i = 0; i < 300; i++) {
                talk.append(10);
                long appended = 10L * (i + 1);
                Awaiting.await("it keeps up", () -> appended - talk.hub.mark(outbox.epoch()) < 500);
            }
            talk.drained();
            assertThat(talk.hub.events(outbox.epoch())).hasSize(3000);
            assertThat(talk.removedEarly()).isEmpty();
            assertThat(talk.hub.contested()).isZero();
            assertThat(proxy.counts().frames()).isPositive();
        }
    }

    /// A limit that the broker tells in its answers alone: the connection stands, what is too large
    /// for it in a batch goes in smaller ones, and what is too large alone is told as gone.
    @Test
    void goesOnBeyondWhatTheBrokerAnswersToBeTooLarge() {
        MemoryOutbox outbox = new MemoryOutbox(3);
        assumeThat(MosquittoProcess.installed()).as("mosquitto is installed").isTrue();
        for (int i = 1; i <= 100; i++) {
            outbox.write(Talk.ofSize(i, UplinkTest.noise(i == 50 ? 60_000 : 2_000)));
        }
        try (TestBroker broker =
                        MosquittoProcess.start(
                                TestBroker.Options.open(folder),
                                List.of("message_size_limit 20000"));
                Talk talk = talk(broker.url(), outbox, hub(broker))) {
            Awaiting.await("the hub knows", () -> talk.hub.mark(outbox.epoch()) == 100);
            assertThat(outbox.deadLetters()).isEqualTo(Map.of(50L, "too-large"));
            assertThat(talk.hub.gone(outbox.epoch()))
                    .containsExactly(new Gone(50, 50, "health", "too-large"));
            assertThat(talk.hub.events(outbox.epoch())).hasSize(99);
            assertThat(talk.failures).isEmpty();
        }
    }

    @Test
    void drainsAHundredThousandEventsInBoundedMemory() {
        EndlessOutbox outbox = new EndlessOutbox(100_000);
        try (TestBroker broker = Kind.MOSQUITTO.start(folder);
                ScriptedHub hub = hub(broker)) {
            hub.frugal = true;
            long before = heap();
            try (HalfTalk talk = new HalfTalk(new PahoConnector(), broker.url(), outbox, _ -> {})) {
                Awaiting.await("half is there", () -> hub.mark(outbox.epoch()) > 50_000);
                long during = heap();
                Awaiting.await("all is there", () -> outbox.committed() == 100_000);
                assertThat(during - before).isLessThan(HEAP_BYTES_MAX);
                assertThat(talk.uplink.failure()).isNull();
            }
            assertThat(hub.events(outbox.epoch())).hasSize(100_000);
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
