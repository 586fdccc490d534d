package dev.andon.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.hub.ingest.EventIngest;
import dev.andon.hub.ingest.IngestLimits;
import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreSettings;
import dev.andon.hub.testing.Eventually;
import dev.andon.hub.testing.NodeScript;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.Payload;
import dev.andon.protocol.Ack.Range;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.NodeStatus.DiskState;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

class StatusListenerTest {
    private static final String EPOCH = NodeScript.of("press-3", 1).epoch();

    @TempDir Path folder;

    private final AtomicLong now = new AtomicLong(NodeScript.BEGIN + 100_000);
    private HubStore store;
    private StatusListener listener;
    private Fleet fleet;

    @BeforeEach
    void open() {
        store = HubStore.open(StoreSettings.sqlite(folder.resolve("hub.db")));
        listener =
                new StatusListener(
                        new Topics("lyon"), store, () -> Instant.ofEpochMilli(now.get()));
        fleet = new Fleet(store, () -> Instant.ofEpochMilli(now.get()));
    }

    @AfterEach
    void close() {
        listener.close();
        store.close();
    }

    @Test
    void showsWhatANodeSaysOfItself() {
        hears(birth(10, new OutboxState(3, 900, NodeScript.BEGIN + 40_000, 8, 0, 1)));
        FleetNode node = node(each -> each.online());
        assertThat(node.node()).isEqualTo("press-3");
        assertThat(node.status()).isEqualTo(birth(10, node.status().outbox()));
        assertThat(node.changedAt()).isEqualTo(now.get());
        assertThat(node.lagMs()).as("by the hub's clock, 5 s before the node's").isEqualTo(55_000);
    }

    @Test
    void keepsWhatItSaidWhenItDies() {
        hears(birth(10, null));
        now.addAndGet(1_000);
        hears(NodeStatus.death("press-3", EPOCH, 10, "0.1"));
        FleetNode node = node(each -> !each.online());
        assertThat(node.status().installed()).hasSize(1);
        assertThat(node.changedAt()).isEqualTo(now.get());
    }

    @Test
    void doesNotLetALateDeathBuryANewerBirth() {
        hears(birth(10, null));
        hears(birth(20, null));
        hears(NodeStatus.death("press-3", EPOCH, 10, "0.1"));
        hears(NodeStatus.death("press-4", EPOCH, 1, "0.1"));
        Eventually.holds("all are written", () -> fleet.nodes().size() == 2);
        assertThat(fleet.node("press-3").orElseThrow().online()).isTrue();
        assertThat(fleet.node("press-4").orElseThrow().online()).isFalse();
    }

    @Test
    void believesABirthAlthoughTheClockOfTheNodeWasSetBack() {
        hears(birth(1_000, null));
        hears(NodeStatus.death("press-3", EPOCH, 1_000, "0.1"));
        hears(birth(500, null));
        node(each -> each.online() && each.status().since() == 500);
        hears(NodeStatus.death("press-3", EPOCH, 500, "0.1"));
        node(each -> !each.online());
    }

    @Test
    void doesNotBelieveABirthAfterTheDeathOfTheSameConnection() {
        hears(birth(10, null));
        hears(NodeStatus.death("press-3", EPOCH, 10, "0.1"));
        hears(birth(10, null));
        hears(NodeStatus.death("press-4", EPOCH, 1, "0.1"));
        Eventually.holds("all are written", () -> fleet.nodes().size() == 2);
        assertThat(fleet.node("press-3").orElseThrow().online()).isFalse();
    }

    @Test
    void doesNotTakeTheBrokersMemoryForAWordOfTheNode() {
        hears(birth(10, null));
        long heard = node(FleetNode::online).heardAt();
        now.addAndGet(60_000);
        hears(birth(10, null));
        hears(NodeStatus.death("press-4", EPOCH, 1, "0.1"));
        Eventually.holds("all are written", () -> fleet.nodes().size() == 2);
        assertThat(fleet.node("press-3").orElseThrow().heardAt()).isEqualTo(heard);
    }

    @Test
    void passesOverWhatNobodyCanReadAndForeignWords() {
        listener.arrived(delivery("press-3", Payload.of("garbage")));
        listener.arrived(delivery("press-3", Payload.EMPTY));
        listener.arrived(delivery("press-9", Payload.of(SyncCodec.encode(birth(10, null)))));
        hears(birth(10, null));
        node(FleetNode::online);
        assertThat(fleet.nodes()).hasSize(1);
    }

    @Test
    void endsTheLinkWhenTheStoreFails() {
        store.write(handle -> handle.execute("drop table node_status"));
        hears(birth(10, null));
        Eventually.holds("it was tried", this::ticksBadly);
        assertThatThrownBy(listener::tick)
                .isInstanceOf(MqttFailure.class)
                .hasMessageContaining("node_status");
    }

    @Test
    void showsWhatTheHubHasOfANode() {
        NodeScript script = NodeScript.of("press-3", 1);
        EventIngest ingest =
                new EventIngest(store, () -> Instant.ofEpochMilli(now.get()), IngestLimits.USUAL);
        ingest.ingest(
                List.of(
                        script.turns(1, 3),
                        script.turns(8, 9),
                        script.batch(12, NodeScript.health("engine/store", "failed")),
                        script.texts(List.of(), List.of(new Gone(3, 5, "turn", "disk"))),
                        script.texts(List.of(), List.of(new Gone(4, 6, "turn", "disk"))),
                        new NodeScript("press-3", EPOCH, "clone", 0).turns(2, 2),
                        script.raw(new byte[1])));
        FleetNode node = fleet.node("press-3").orElseThrow();
        assertThat(node.online()).isFalse();
        assertThat(node.status()).isNull();
        assertThat(node.lagMs()).isNull();
        assertThat(node.heardAt()).isEqualTo(now.get());
        FleetNode.OutboxView outbox = node.outboxes().getFirst();
        assertThat(outbox.committedThrough()).isEqualTo(6);
        assertThat(outbox.highest()).isEqualTo(12);
        assertThat(outbox.gaps()).containsExactly(new Range(7, 7), new Range(10, 11));
        assertThat(outbox.missing()).isEqualTo(3);
        assertThat(outbox.lost()).as("3 came all the same").isEqualTo(3);
        assertThat(node.letters()).isEqualTo(2);
        assertThat(node.cloneAlarms()).extracting(FleetNode.CloneAlarm::events).containsExactly(1L);
        assertThat(node.health()).extracting(FleetNode.Health::state).containsExactly("failed");
        assertThat(fleet.node("press-4")).isEmpty();
    }

    @Test
    void knowsThatNothingWaitsOnceTheHubHasItAll() {
        NodeScript script = NodeScript.of("press-3", 1);
        hears(birth(10, new OutboxState(3, 900, NodeScript.BEGIN, 8, 0, 0)));
        node(each -> each.lagMs() > 0);
        new EventIngest(store, () -> Instant.ofEpochMilli(now.get()), IngestLimits.USUAL)
                .ingest(List.of(script.turns(1, 8)));
        assertThat(fleet.node("press-3").orElseThrow().lagMs()).isZero();
    }

    private boolean ticksBadly() {
        try {
            listener.tick();
            return false;
        } catch (MqttFailure e) {
            return true;
        }
    }

    private FleetNode node(java.util.function.Predicate<FleetNode> as) {
        Eventually.holds("the node is so", () -> fleet.node("press-3").filter(as).isPresent());
        return fleet.node("press-3").orElseThrow();
    }

    private void hears(NodeStatus status) {
        listener.arrived(delivery(status.node(), Payload.of(SyncCodec.encode(status))));
    }

    private static Delivery delivery(String node, Payload payload) {
        String topic = "andon/v1/lyon/node/" + node + "/status";
        return new Delivery(topic, payload, 1, true, null, null, null, Map.of(), () -> {});
    }

    private static NodeStatus birth(long since, OutboxState outbox) {
        return new NodeStatus(
                "press-3",
                EPOCH,
                true,
                since,
                "0.1",
                List.of(1),
                outbox,
                List.of(new Installed("manual", "px200-service", 3, "C", true)),
                List.of("vosk-small"),
                "e5-small",
                5_000L,
                new DiskState(1_000_000, true),
                List.of());
    }
}
