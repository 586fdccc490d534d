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
/// at the broker until it expires; one that is issued while the hub has no link waits here.
public final class Commands implements LinkPart {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    /// The longest that a command may wait for its node.
    public static final Duration LIFETIME_MAX = Duration.ofDays(30);

    private final Topics topics;
    private final HubStore store;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<CommandResult>> awaited = new ConcurrentHashMap<>();
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
        return List.of(Subscription.passing(topics.everyNode("results"), 1));
    }

    /// What was issued and not answered is sent again: doing it twice is doing it once.
    @Override
    public void connected(MqttLink connected) {
        link = connected;
        try {
            long now = clock.millis();
            store.read(handle -> new CommandRows(handle).open(now))
                    .forEach(open -> send(open.node(), open.command()));
        } catch (StoreException e) {
            throw new MqttFailure("closed", String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void lost() {
        link = null;
    }

    @Override
    public void arrived(Delivery delivery) {
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
        Publication publication =
                Publication.confirmed(topics.commands(node), Payload.of(SyncCodec.encode(command)))
                        .answeredAt(topics.results(node), Payload.of(command.id()))
                        .expiring(seconds);
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
