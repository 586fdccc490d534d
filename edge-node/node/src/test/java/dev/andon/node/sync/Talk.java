package dev.andon.node.sync;

import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttSettings;
import dev.andon.protocol.Topics;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.HealthFact;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A node's uplink that talks with a scripted hub, and the check that nothing leaves the outbox
/// that the hub does not have.
final class Talk implements AutoCloseable {
    static final String SITE = "plant";
    static final String NODE = "node-1";
    static final URI BROKER = URI.create("tcp://127.0.0.1:1");

    /// Everything twenty times as fast as in a plant.
    static final Pace FAST =
            new Pace(
                    Duration.ofMillis(400),
                    Duration.ofMillis(1500),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(200),
                    Duration.ofMillis(50));

    final MemoryOutbox outbox;
    final TestClock clock = new TestClock();
    final List<MqttFailure> failures = new CopyOnWriteArrayList<>();
    final HubPresence presence = new HubPresence(new Topics(SITE));
    final HubTime time;
    final Uplink uplink;
    final ScriptedHub hub;
    private final LinkLoop loop;
    private final List<String> removedEarly = new CopyOnWriteArrayList<>();

    Talk(MqttConnector broker, URI address, MemoryOutbox outbox, ScriptedHub hub, Pace pace) {
        this.outbox = outbox;
        this.hub = hub;
        outbox.beforeRemoval(
                (epoch, through) -> {
                    if (!hub.hasThrough(epoch, through)) {
                        removedEarly.add(epoch + " " + through);
                    }
                });
        NodeStore store = new NodeStore(outbox, outbox, clock);
        time = new HubTime(clock, outbox);
        Address me = new Address(new Topics(SITE), NODE);
        uplink = new Uplink(me, store, time, presence, pace);
        loop =
                LinkLoop.start(
                        "talk",
                        () -> broker.connect(MqttSettings.of(address, NODE)),
                        new LinkParts(List.of(presence, uplink)),
                        failures::add);
    }

    /// A node and a hub at a broker in memory.
    static Talk over(MemoryBroker broker, MemoryOutbox outbox) {
        return new Talk(broker, BROKER, outbox, hub(broker), FAST);
    }

    static ScriptedHub hub(MemoryBroker broker) {
        ScriptedHub hub = new ScriptedHub(broker, MqttSettings.of(BROKER, "hub"), SITE);
        Awaiting.await("the hub is there", hub::connected);
        return hub;
    }

    static Fact fact(int number) {
        return new EscalationFact(
                "escalation-" + number, null, "press-3", "question " + number, List.of());
    }

    static Fact ofSize(int number, String filler) {
        return new HealthFact("subject-" + number, "ok", filler);
    }

    void append(int count) {
        for (int i = 0; i < count; i++) {
            outbox.write(fact(i));
        }
    }

    /// Waits until nothing waits.
    void drained() {
        Awaiting.await(
                "the outbox is empty",
                () -> outbox.state().rows() == 0,
                () -> outbox.state() + " " + hub.mark(outbox.epoch()) + " " + failures);
    }

    /// What left the outbox before the hub had it; must be empty.
    List<String> removedEarly() {
        return removedEarly;
    }

    /// Ends the node, not the hub.
    void stop() {
        loop.close();
        uplink.close();
    }

    @Override
    public void close() {
        stop();
        hub.close();
    }
}
