package dev.andon.hub.fleet;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreException;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Hears how nodes stand and writes it down, on a thread of its own, several at once. The broker
/// keeps the last word of each node, so what is lost with this process comes again.
public final class StatusListener implements LinkPart, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusListener.class);

    /// Statuses that may wait to be written; more, and the link ends and begins anew.
    private static final int WAITING_MAX = 4_096;

    /// Statuses that are written as one transaction.
    private static final int TOGETHER_MAX = 256;

    private final Topics topics;
    private final HubStore store;
    private final InstantSource clock;
    private final BlockingQueue<Heard> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread writer =
            Thread.ofPlatform().daemon(true).name("hub-status").unstarted(this::write);
    private volatile @Nullable StoreException failure;
    private volatile @Nullable MqttLink link;

    /// @param retained whether the broker kept it, so that it may have been heard before
    private record Heard(NodeStatus status, boolean retained) {}

    /// @param topics of the site
    /// @param store where to
    /// @param clock the hub's
    public StatusListener(Topics topics, HubStore store, InstantSource clock) {
        this.topics = topics;
        this.store = store;
        this.clock = clock;
        writer.start();
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(Subscription.kept(topics.everyNode("status")));
    }

    @Override
    public void connected(MqttLink connected) {
        failure = null;
        link = connected;
    }

    @Override
    public void lost() {
        link = null;
    }

    @Override
    public void arrived(Delivery delivery) {
        Optional<NodeStatus> status = read(delivery);
        if (status.isPresent() && !waiting.offer(new Heard(status.get(), delivery.retained()))) {
            throw new MqttFailure(
                    "closed", WAITING_MAX + " statuses wait for the store; the link begins anew.");
        }
    }

    /// A status that could not be written is asked for again by a new link.
    @Override
    public void tick() {
        StoreException thrown = failure;
        if (thrown != null) {
            throw new MqttFailure("closed", String.valueOf(thrown.getMessage()), thrown);
        }
    }

    /// Takes a node out of the fleet: how it stood is forgotten, here and at the broker, and what
    /// it still says is not listened to until it enrols anew. What it reported stays.
    ///
    /// @param known whether it is removed even if it was never heard of
    /// @return whether it was removed
    /// @throws StoreException it was not
    public boolean forget(String node, boolean known) {
        boolean removed =
                store.write(
                        handle -> {
                            long now = clock.millis();
                            if (!known && !new FleetRows(handle, now).names().contains(node)) {
                                return false;
                            }
                            new RemovedNodes(handle).add(node, now);
                            return true;
                        });
        if (removed) {
            clear(node);
        }
        return removed;
    }

    /// Without a link, the broker tells it again with the next one.
    private void clear(String node) {
        MqttLink now = link;
        if (now == null) {
            return;
        }
        try {
            now.publish(Publication.confirmed(topics.status(node), Payload.EMPTY).retained())
                    .exceptionally(
                            lost -> {
                                LOG.info("The status of {} is still at the broker", node, lost);
                                return null;
                            });
        } catch (MqttFailure e) {
            LOG.info("The status of {} is still at the broker: {}", node, e.getMessage());
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    /// Nothing where a node was removed and its retained status cleared.
    private static Optional<NodeStatus> read(Delivery delivery) {
        if (delivery.payload().length() == 0) {
            return Optional.empty();
        }
        try {
            NodeStatus status = SyncCodec.decode(delivery.payload().bytes(), NodeStatus.class);
            if (Topics.nodeOf(delivery.topic()).filter(status.node()::equals).isPresent()) {
                return Optional.of(status);
            }
            LOG.warn("A status on {} calls itself {}", delivery.topic(), status.node());
        } catch (ProtocolException e) {
            LOG.warn("A status on {} cannot be read: {}", delivery.topic(), e.getMessage());
        }
        return Optional.empty();
    }

    private void write() {
        List<Heard> some = new ArrayList<>();
        try {
            while (true) {
                some.add(waiting.take());
                waiting.drainTo(some, TOGETHER_MAX - 1);
                write(some);
                some.clear();
            }
        } catch (InterruptedException e) {
            LOG.debug("No more statuses are written");
        }
    }

    /// Writes them; the removed nodes among them.
    private Set<String> say(Handle handle, List<Heard> heard) {
        Set<String> removed = new RemovedNodes(handle).all();
        NodeStatuses table = new NodeStatuses(handle, clock.millis());
        heard.stream()
                .filter(each -> !removed.contains(each.status().node()))
                .forEach(each -> table.say(each.status(), each.retained()));
        removed.retainAll(heard.stream().map(each -> each.status().node()).toList());
        return removed;
    }

    private void write(List<Heard> heard) {
        try {
            store.write(handle -> say(handle, heard)).forEach(this::clear);
        } catch (StoreException e) {
            failure = e;
        }
    }
}
