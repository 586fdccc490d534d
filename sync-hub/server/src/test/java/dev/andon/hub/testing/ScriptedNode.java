package dev.andon.hub.testing;

import dev.andon.hub.ingest.Received;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Ack;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.fact.Fact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/// The least that is a node: an outbox in memory that it sends until the hub has committed it, by
/// the rules of the protocol and no more.
public final class ScriptedNode implements AutoCloseable {
    /// Batches under way beyond the hub's mark.
    private static final int WINDOW = 4;

    /// Silence of the hub after which it begins again at its mark.
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Topics TOPICS = new Topics("lyon");

    private final NodeScript script;
    private final int batch;
    private final List<String> outbox = new ArrayList<>();
    private final Set<Long> rejected = new TreeSet<>();
    private final LinkLoop loop;
    private long committed;
    private long sent;
    private long acks;
    private long restUntil;

    private ScriptedNode(
            MqttConnector connector, MqttSettings broker, NodeScript script, int batch) {
        this.script = script;
        this.batch = batch;
        this.loop =
                LinkLoop.start(
                        script.node(), () -> connector.connect(broker), this::work, failure -> {});
    }

    /// Starts one with an empty outbox.
    ///
    /// @param batch events in one message
    public static ScriptedNode start(
            MqttConnector connector, MqttSettings broker, NodeScript script, int batch) {
        return new ScriptedNode(connector, broker, script, batch);
    }

    /// Writes events.
    public synchronized void write(int events, LongFunction<Fact> facts) {
        for (int i = 0; i < events; i++) {
            long seq = outbox.size() + 1;
            outbox.add(EventCodec.text(script.event(seq, facts.apply(seq))));
        }
    }

    /// Every number up to this one is at the hub, as the hub said.
    public synchronized long committed() {
        return committed;
    }

    /// Answers that came.
    public synchronized long acks() {
        return acks;
    }

    /// Numbers that the hub refused.
    public synchronized Set<Long> rejected() {
        return Set.copyOf(rejected);
    }

    /// Waits until the hub has it all.
    public void awaitDrained() {
        Eventually.holds(
                script.node() + " is drained",
                () -> {
                    synchronized (this) {
                        return committed == outbox.size();
                    }
                });
    }

    @Override
    public void close() {
        loop.close();
    }

    private void work(MqttLink link) {
        link.subscribe(TOPICS.ack(script.node()), 0);
        rewind();
        publish(link, List.of());
        long heard = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            for (List<String> next = next(); !next.isEmpty(); next = next()) {
                publish(link, next);
            }
            Delivery delivery = link.next(Duration.ofMillis(50));
            if (delivery != null) {
                hear(SyncCodec.decode(delivery.payload().bytes(), Ack.class));
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                rewind();
                heard = System.nanoTime();
            }
        }
    }

    private void publish(MqttLink link, List<String> events) {
        Received received = script.texts(events, List.of());
        link.publish(
                Publication.confirmed(received.topic(), received.payload())
                        .of("application/json+gzip"));
    }

    private synchronized List<String> next() {
        if (sent - committed >= (long) WINDOW * batch || System.nanoTime() < restUntil) {
            return List.of();
        }
        int to = (int) Math.min(outbox.size(), sent + batch);
        List<String> next = List.copyOf(outbox.subList((int) sent, to));
        sent = to;
        return next;
    }

    private synchronized void rewind() {
        sent = committed;
    }

    private synchronized void hear(Ack ack) {
        acks++;
        if (!ack.epoch().equals(script.epoch())) {
            return;
        }
        ack.rejected().forEach(each -> rejected.add(each.seq()));
        committed = Math.max(committed, ack.committedThrough());
        sent = Math.max(sent, committed);
        restUntil = System.nanoTime() + Duration.ofMillis(ack.pauseMs()).toNanos();
        if (!ack.missing().isEmpty()) {
            sent = committed;
        }
    }
}
