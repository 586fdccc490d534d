package dev.andon.node.sync;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.SyncCodec;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Tells everybody how the node is: when a connection begins, when something changes, and now and
/// then. What waits in the outbox changes all the time and is told now and then only.
final class StatusReporter implements LinkPart, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusReporter.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FAREWELL_MAX = Duration.ofSeconds(2);

    private final Address address;
    private final NodeStore store;
    private final HubTime time;
    private final NodeReport report;
    private final Supplier<Connection> connection;
    private final Duration every;
    private final EngineWatch engines;
    private final Pulse pulse;
    private volatile @Nullable MqttLink link;
    private volatile boolean wanted;

    // Known to the reporter's thread alone.
    private @Nullable MqttLink toldOn;
    private @Nullable NodeStatus told;
    private long toldNanos;

    /// @param connection that is being told of, or about to begin
    /// @param every so often it is told even without a change
    StatusReporter(
            Address address,
            NodeStore store,
            HubTime time,
            NodeReport report,
            Supplier<Connection> connection,
            Duration every) {
        this.address = address;
        this.store = store;
        this.time = time;
        this.report = report;
        this.connection = connection;
        this.every = every;
        this.engines = new EngineWatch(store.facts());
        this.pulse = Pulse.start("sync-status", LOOK, this::look);
    }

    /// What the broker publishes when the connection dies.
    static Publication death(Address address, Connection connection, String version) {
        NodeStatus gone =
                NodeStatus.death(address.node(), connection.epoch(), connection.since(), version);
        return publication(address, gone);
    }

    /// Tells it soon, whether something changed or not.
    void tell() {
        wanted = true;
        pulse.wake();
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of();
    }

    @Override
    public void connected(MqttLink stands) {
        link = stands;
        pulse.wake();
    }

    @Override
    public void arrived(Delivery delivery) {}

    @Override
    public void lost() {
        link = null;
    }

    /// Stops telling, and says that the node is away, if there is somebody to say it to.
    @Override
    public void close() {
        pulse.close();
        MqttLink last = link;
        if (last == null) {
            return;
        }
        try {
            last.publish(death(address, connection.get(), report.version()))
                    .get(FAREWELL_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (MqttFailure | ExecutionException | TimeoutException e) {
            LOG.debug("The will says it instead: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        NodeStatus now = status();
        engines.look(now.health(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        MqttLink stands = link;
        if (stands != null && (stands != toldOn || wanted || due() || changed(now))) {
            tell(stands, now);
        }
    }

    private boolean due() {
        return System.nanoTime() - toldNanos > every.toNanos();
    }

    private boolean changed(NodeStatus now) {
        NodeStatus before = told;
        return before == null || !essence(before).equals(essence(now));
    }

    /// Without what changes all the time.
    private static NodeStatus essence(NodeStatus status) {
        OutboxState outbox = status.outbox();
        NodeStatus.DiskState disk = status.disk();
        return new NodeStatus(
                status.node(),
                status.epoch(),
                status.online(),
                status.since(),
                status.version(),
                status.protocols(),
                outbox == null
                        ? null
                        : new OutboxState(
                                0, 0, null, 0, outbox.droppedTurns(), outbox.deadLetters()),
                status.installed(),
                status.models(),
                status.embedder(),
                null,
                disk == null ? null : new NodeStatus.DiskState(0, disk.reserve()),
                status.health());
    }

    private void tell(MqttLink stands, NodeStatus now) {
        wanted = false;
        toldOn = stands;
        told = now;
        toldNanos = System.nanoTime();
        try {
            stands.publish(publication(address, now))
                    .whenComplete(
                            (_, refusal) -> {
                                if (refusal != null) {
                                    LOG.warn("The status was not taken: {}", refusal.getMessage());
                                }
                            });
        } catch (MqttFailure e) {
            LOG.debug("The status is told on the next connection: {}", e.getMessage());
        }
    }

    private static Publication publication(Address address, NodeStatus status) {
        return Publication.confirmed(
                        address.topics().status(address.node()),
                        Payload.of(SyncCodec.encode(status)))
                .of("application/json")
                .retained();
    }

    private NodeStatus status() {
        Connection now = connection.get();
        return new NodeStatus(
                address.node(),
                now.epoch(),
                true,
                now.since(),
                report.version(),
                Protocol.VERSIONS,
                store.outbox().state(),
                report.installed().get(),
                report.models().get(),
                report.embedder().get(),
                time.offsetMs(),
                report.disk().get(),
                report.engines().get());
    }
}
