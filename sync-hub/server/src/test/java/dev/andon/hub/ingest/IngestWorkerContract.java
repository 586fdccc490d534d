package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.Eventually;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.hub.testing.ScriptedNode;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.ChaosProxy;
import dev.andon.mqtt.testing.Mischief;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a worker does over a real broker.
abstract class IngestWorkerContract {
    private static final MqttConnector CONNECTOR = new PahoConnector();
    private static final Topics TOPICS = new Topics("lyon");

    /// Processes that are killed, one after the other; each takes long to start.
    private static final int KILLS = Boolean.getBoolean("andon.faults.long") ? 8 : 1;

    @TempDir Path folder;

    private final NodeScript script = NodeScript.of("press-3", 1);
    private final List<AutoCloseable> open = new ArrayList<>();
    private TestBroker broker;
    private StoreSettings settings;
    private HubStore store;
    private HubRows rows;

    abstract TestBroker broker(TestBroker.Options options);

    @BeforeEach
    void begin() {
        broker = broker(TestBroker.Options.open(folder.resolve("broker")));
        settings = StoreSettings.sqlite(folder.resolve("hub.db"));
        store = HubStore.open(settings);
        rows = new HubRows(store);
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        store.close();
        broker.close();
    }

    @Test
    void bringsEverythingOnceAndTellsTheNode() {
        worker();
        ScriptedNode node = node(script, 100);
        node.write(3_000, script::turn);
        node.awaitDrained();
        assertThat(rows.number("select count(*) from event")).isEqualTo(3_000);
        assertThat(rows.number("select count(*) from turn")).isEqualTo(3_000);
        assertThat(rows.number("select committed_through from outbox_mark")).isEqualTo(3_000);
        assertThat(node.rejected()).isEmpty();
    }

    @Test
    void answersANodeThatHasNothing() {
        IngestWorker worker = worker();
        Eventually.holds("the worker hears", () -> worker.figures().connected());
        ScriptedNode node = node(script, 100);
        Eventually.holds("an answer came", () -> node.acks() > 0);
        assertThat(rows.number("select count(*) from outbox_mark")).isEqualTo(1);
    }

    @Test
    void setsPoisonAsideAndGoesOn() {
        IngestWorker worker = worker();
        Eventually.holds("the worker hears", () -> worker.figures().connected());
        try (MqttLink link = CONNECTOR.connect(broker.client("garbage"))) {
            poison(link, script.topic(), Payload.of("not gzip"));
            poison(link, script.topic(), Payload.EMPTY);
            poison(link, script.topic(), Payload.of(new byte[Protocol.MESSAGE_BYTES_MAX + 10]));
            poison(link, "andon/v1/lyon/node/Not A Name/events", Payload.of("x"));
            poison(link, script.topic(), NodeScript.of("press-4", 2).turns(1, 2).payload());
        }
        ScriptedNode node = node(script, 50);
        node.write(200, script::turn);
        node.awaitDrained();
        Eventually.holds(
                "all poison is kept", () -> rows.number("select count(*) from dead_letter") == 5);
        assertThat(rows.texts("select code from dead_letter order by 1"))
                .containsExactly(
                        "foreign-node", "not-json", "not-json", "too-large", "wrong-topic");
        assertThat(rows.number("select count(*) from event")).isEqualTo(200);
        assertThat(worker.figures().failure()).isNull();
    }

    @Test
    void sharesTheWorkAmongTwo() {
        IngestWorker first = worker();
        IngestWorker second = worker();
        Eventually.holds(
                "both hear", () -> first.figures().connected() && second.figures().connected());
        List<ScriptedNode> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            NodeScript each = NodeScript.of("edge-" + i, i + 1);
            ScriptedNode node = node(each, 20);
            node.write(800, each::turn);
            nodes.add(node);
        }
        nodes.forEach(ScriptedNode::awaitDrained);
        assertThat(rows.number("select count(*) from event")).isEqualTo(3_200);
        long all = first.figures().messages() + second.figures().messages();
        assertThat(first.figures().messages()).isGreaterThan(all / 5);
        assertThat(second.figures().messages()).isGreaterThan(all / 5);
    }

    @Test
    void goesOnAfterTheBrokerDied() {
        worker();
        ScriptedNode node = node(script, 50);
        node.write(1_000, script::turn);
        Eventually.holds("something arrived", () -> node.committed() > 0);
        broker.kill();
        node.write(1_000, script::turn);
        broker.startAgain();
        node.awaitDrained();
        assertThat(rows.number("select count(*) from event")).isEqualTo(2_000);
        assertThat(rows.number("select count(*) from dead_letter")).isZero();
    }

    @Test
    void losesAndDoublesNothingWhenWorkersAreKilled() throws Exception {
        Random random = new Random(5);
        ScriptedNode node = node(script, 25);
        for (int round = 0; round < KILLS; round++) {
            try (WorkerProcess worker = WorkerProcess.start(broker.url(), settings)) {
                node.write(600, script::turn);
                long point = 600L * round + 50 + random.nextInt(400);
                Eventually.holds(
                        "the point of the kill came",
                        () -> rows.number("select count(*) from event") >= point);
                Thread.sleep(random.nextInt(30));
                worker.kill();
            }
        }
        worker();
        node.awaitDrained();
        assertThat(rows.number("select count(*) from event")).isEqualTo(600L * KILLS);
        assertThat(rows.number("select count(distinct turn) from turn")).isEqualTo(600L * KILLS);
        assertThat(rows.number("select count(*) from dead_letter")).isZero();
    }

    @Test
    void losesAndDoublesNothingOverABadLine() {
        worker();
        try (ChaosProxy line = ChaosProxy.before(broker.url(), Mischief.bad(17));
                ScriptedNode node =
                        ScriptedNode.start(
                                CONNECTOR,
                                MqttSettings.of(line.url(), script.node()),
                                script,
                                20)) {
            node.write(600, script::turn);
            node.awaitDrained();
            assertThat(rows.number("select count(*) from event")).isEqualTo(600);
            assertThat(rows.number("select count(*) from dead_letter")).isZero();
            assertThat(rows.number("select to_seq from received")).isEqualTo(600);
        }
    }

    private static void poison(MqttLink link, String topic, Payload payload) {
        link.publish(Publication.confirmed(topic, payload)).join();
    }

    private IngestWorker worker() {
        IngestWorker worker =
                IngestWorker.start(
                        CONNECTOR,
                        broker.client("hub"),
                        TOPICS,
                        new EventIngest(store, InstantSource.system(), IngestLimits.USUAL));
        open.add(worker);
        return worker;
    }

    private ScriptedNode node(NodeScript each, int batch) {
        ScriptedNode node = ScriptedNode.start(CONNECTOR, broker.client(each.node()), each, batch);
        open.add(node);
        return node;
    }
}
