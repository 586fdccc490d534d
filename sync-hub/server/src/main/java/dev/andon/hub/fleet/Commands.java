package dev.andon.hub.fleet;

import dev.andon.hub.store.HubStore;
import dev.andon.hub.store.StoreException;
import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.Command;
import dev.andon.protocol.CommandResult;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tells nodes to do something, and keeps what came of it. A command for a node that is away waits
/// at the broker, and here: it is sent again with each new link of the hub, and to a node that says
/// that it is there, until it is answered or expires.
public final class Commands implements LinkPart {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    /// The longest that a command may wait for its node.
    public static final Duration LIFETIME_MAX = Duration.ofDays(30);

    /// How long a broker keeps a command for a node. Artemis takes what shall be kept longer than
    // 24
    /// days for expired at once: it counts the milliseconds with 32 bits.
    private static final Duration BROKER_KEEPS_MAX = Duration.ofDays(7);

    /// A node that is there and did not answer is told again after so long.
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private static final String STATUS = "status";

    private final Topics topics;
    private final HubStore store;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<CommandResult>> awaited = new ConcurrentHashMap<>();

    /// When a node was last told something, by its name.
    private final Map<String, Long> toldAt = new ConcurrentHashMap<>();
    private volatile @Nullable MqttLink link;

    /// @param topics of the site
    /// @param store where commands and results are kept
    /// @param clock the hub's
    public Commands(Topics topics, HubStore store, InstantSource clock) {
        this.topics = topics;
        this.store = store;
        this.clock = clock;
    }

    /// Issues a command.
    ///
    /// @param name `resync`, `status`, or what else nodes know
    /// @param lifetime after this the node is not to do it any more, at most [#LIFETIME_MAX]
    /// @throws StoreException it was not issued
    public Command issue(
            String node, String name, Map<String, String> arguments, Duration lifetime) {
        return issue(node, name, arguments, lifetime, (_, _) -> {});
    }

    /// What is written with a command, or not at all.
    @FunctionalInterface
    public interface Beside {
        /// Writes it, in the transaction of the handle.
        void write(Handle handle, Command command);
    }

    /// As above, with something that is written in the same transaction.
    public Command issue(
            String node,
            String name,
            Map<String, String> arguments,
            Duration lifetime,
            Beside beside) {
        Duration bounded = lifetime.compareTo(LIFETIME_MAX) > 0 ? LIFETIME_MAX : lifetime;
        long expires = clock.instant().plus(bounded).toEpochMilli();
        Command command = new Command(UUID.randomUUID().toString(), name, arguments, expires);
        long now = clock.millis();
        store.write(
                handle -> {
                    beside.write(handle, command);
                    return new CommandRows(handle).issued(node, command, now);
                });
        send(node, command);
        return command;
    }

    /// Waits for what comes of a command; empty if nothing did in time. It may come later: see
    /// [#find].
    ///
    /// @throws StoreException if the store fails
    public Optional<CommandResult> await(String id, Duration wait) throws InterruptedException {
        CompletableFuture<CommandResult> future =
                awaited.computeIfAbsent(id, absent -> new CompletableFuture<>());
        try {
            Optional<CommandResult> there = find(id).map(IssuedCommand::result);
            return there.isPresent()
                    ? there
                    : Optional.of(future.get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails this future", e);
        } finally {
            awaited.remove(id, future);
        }
    }

    /// A command by its id.
    public Optional<IssuedCommand> find(String id) {
        return store.read(handle -> new CommandRows(handle).find(id));
    }

    /// The commands to a node, the latest first.
    public List<IssuedCommand> of(String node, int max) {
        return store.read(handle -> new CommandRows(handle).of(node, max));
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(
                Subscription.passing(topics.everyNode("results"), 1),
                Subscription.passing(topics.everyNode(STATUS), 1));
    }

    /// What was issued and not answered is sent again: doing it twice is doing it once.
    @Override
    public void connected(MqttLink connected) {
        link = connected;
        try {
            open().forEach(open -> send(open.node(), open.command()));
        } catch (StoreException e) {
            throw new MqttFailure("closed", String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void lost() {
        link = null;
    }

    private List<CommandRows.Open> open() {
        long now = clock.millis();
        return store.read(handle -> new CommandRows(handle).open(now));
    }

    @Override
    public void arrived(Delivery delivery) {
        if (delivery.topic().endsWith("/" + STATUS)) {
            Topics.nodeOf(delivery.topic()).ifPresent(node -> status(node, delivery));
        } else {
            result(delivery);
        }
    }

    /// What it is is told by others; here it only matters that the node is there.
    private void status(String node, Delivery delivery) {
        long told = toldAt.getOrDefault(node, Long.MIN_VALUE / 2);
        try {
            if (clock.millis() - told >= AGAIN_AFTER.toMillis()
                    && SyncCodec.decode(delivery.payload().bytes(), NodeStatus.class).online()) {
                open().stream()
                        .filter(open -> open.node().equals(node))
                        .forEach(open -> send(node, open.command()));
            }
        } catch (ProtocolException e) {
            LOG.debug("A status on {} cannot be read: {}", delivery.topic(), e.getMessage());
        } catch (StoreException e) {
            throw new MqttFailure("closed", String.valueOf(e.getMessage()), e);
        }
    }

    private void result(Delivery delivery) {
        try {
            CommandResult result =
                    SyncCodec.decode(delivery.payload().bytes(), CommandResult.class);
            if (Topics.nodeOf(delivery.topic()).filter(result.node()::equals).isEmpty()) {
                LOG.warn("A result on {} calls itself {}", delivery.topic(), result.node());
                return;
            }
            keep(result);
        } catch (ProtocolException e) {
            LOG.warn("A result on {} cannot be read: {}", delivery.topic(), e.getMessage());
        }
    }

    private void keep(CommandResult result) {
        long now = clock.millis();
        int kept;
        try {
            kept = store.write(handle -> new CommandRows(handle).answered(result, now));
        } catch (StoreException e) {
            throw new MqttFailure("closed", String.valueOf(e.getMessage()), e);
        }
        CompletableFuture<CommandResult> future = awaited.get(result.id());
        if (future != null && kept > 0) {
            future.complete(result);
        }
    }

    /// Without a link it is sent with the next one.
    private void send(String node, Command command) {
        MqttLink now = link;
        long seconds = TimeUnit.MILLISECONDS.toSeconds(command.expires() - clock.millis());
        if (now == null || seconds < 1) {
            return;
        }
        toldAt.put(node, clock.millis());
        Publication publication =
                Publication.confirmed(topics.commands(node), Payload.of(SyncCodec.encode(command)))
                        .answeredAt(topics.results(node), Payload.of(command.id()))
                        .expiring(Math.min(seconds, BROKER_KEEPS_MAX.toSeconds()));
        try {
            now.publish(publication)
                    .exceptionally(
                            failure -> {
                                LOG.info("{} waits for a link", command.id(), failure);
                                return null;
                            });
        } catch (MqttFailure e) {
            LOG.info("{} waits for a link: {}", command.id(), e.getMessage());
        }
    }
}
