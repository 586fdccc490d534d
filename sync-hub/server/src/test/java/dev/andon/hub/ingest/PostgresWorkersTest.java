package dev.andon.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.testing.Eventually;
import dev.andon.hub.testing.HubRows;
import dev.andon.hub.testing.NodeScript;
import dev.andon.hub.testing.PostgresProcess;
import dev.andon.hub.testing.ScriptedNode;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Several workers on one PostgreSQL, which dies under them.
class PostgresWorkersTest {
    private static final MqttConnector CONNECTOR = new PahoConnector();
    private static final int NODES = 4;
    private static final int EVENTS = 1_500;

    @TempDir Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private PostgresProcess postgres;
    private HubStore store;
    private TestBroker broker;

    @BeforeEach
    void begin() {
        PostgresProcess.assumeInstalled();
        postgres = PostgresProcess.shared();
        store = HubStore.open(postgres.prepared("workers"));
        broker = EmbeddedArtemis.start(TestBroker.Options.open(folder));
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        if (postgres != null) {
            broker.close();
            store.close();
        }
    }

    @Test
    void shareFairlyAndLoseNothingWhileTheStoreIsAway() {
        IngestWorker first = worker();
        IngestWorker second = worker();
        Eventually.holds(
                "both hear", () -> first.figures().connected() && second.figures().connected());
        List<ScriptedNode> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(node(NodeScript.of("edge-" + i, i + 1)));
        }
        HubRows rows = new HubRows(store);
        Eventually.holds(
                "some arrived", () -> rows.number("select count(*) from event") > EVENTS / 2);
        postgres.kill();
        Eventually.holds(
                "both say why they wait",
                () -> !first.figures().connected() && !second.figures().connected());
        assertThat(first.figures().failure()).contains("that the server runs");
        postgres.startAgain();
        nodes.forEach(ScriptedNode::awaitDrained);
        assertThat(rows.number("select count(*) from event")).isEqualTo((long) NODES * EVENTS);
        assertThat(rows.number("select count(distinct turn) from turn"))
                .isEqualTo((long) NODES * EVENTS);
        assertThat(rows.number("select count(*) from dead_letter")).isZero();
        long all = first.figures().messages() + second.figures().messages();
        assertThat(first.figures().messages()).isGreaterThan(all / 5);
        assertThat(second.figures().messages()).isGreaterThan(all / 5);
    }

    private IngestWorker worker() {
        IngestWorker worker =
                IngestWorker.start(
                        CONNECTOR,
                        broker.client("hub"),
                        new Topics("lyon"),
                        new EventIngest(store, InstantSource.system(), IngestLimits.USUAL));
        open.add(worker);
        return worker;
    }

    private ScriptedNode node(NodeScript script) {
        ScriptedNode node = ScriptedNode.start(CONNECTOR, broker.client(script.node()), script, 10);
        open.add(node);
        node.write(EVENTS, script::turn);
        return node;
    }
}
