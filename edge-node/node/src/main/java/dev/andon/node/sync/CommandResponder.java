package dev.andon.node.sync;

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

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Does what the hub asks for, once: a command that comes again gets the same answer.
final class CommandResponder implements LinkPart, AutoCloseable {
    /// Answers that are remembered; the oldest is forgotten first.
    static final int REMEMBERED_MAX = 256;

    private static final Logger LOG = LoggerFactory.getLogger(CommandResponder.class);
    private static final int WAITING_MAX = 64;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private final Address address;
    private final HubTime time;
    private final Map<String, Deed> deeds;
    private final BlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Pulse pulse;
    private volatile @Nullable MqttLink link;

    /// Known to the responder's thread alone.
    private final Map<String, CommandResult> answers = new Remembered();

    /// What is done for a command.
    ///
    /// @param doing does it
    /// @param after done when the answer was sent, or could not be
    record Deed(Errand doing, Runnable after) {}

    private record Asked(Command command, @Nullable Payload correlation) {}

    private static final class Remembered extends LinkedHashMap<String, CommandResult> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CommandResult> eldest) {
            return size() > REMEMBERED_MAX;
        }
    }

    CommandResponder(Address address, HubTime time, Map<String, Deed> deeds) {
        this.address = address;
        this.time = time;
        this.deeds = Map.copyOf(deeds);
        this.pulse = Pulse.start("sync-commands", LOOK, this::work);
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(Subscription.passing(address.topics().commands(address.node()), 1));
    }

    @Override
    public void connected(MqttLink stands) {
        link = stands;
        pulse.wake();
    }

    @Override
    public void lost() {
        link = null;
    }

    @Override
    public void arrived(Delivery delivery) {
        try {
            Command command = SyncCodec.decode(delivery.payload().bytes(), Command.class);
            if (!waiting.offer(new Asked(command, delivery.correlation()))) {
                LOG.warn(
                        "{} commands wait already; {} is not done. Send it again.",
                        WAITING_MAX,
                        command.id());
            }
        } catch (ProtocolException e) {
            LOG.warn("A command cannot be read and is passed over: {}", e.getMessage());
        }
        pulse.wake();
    }

    @Override
    public void close() {
        pulse.close();
    }

    private void work() {
        while (link != null) {
            Asked asked = waiting.poll();
            if (asked == null) {
                return;
            }
            answer(asked);
        }
    }

    private void answer(Asked asked) {
        Command command = asked.command();
        CommandResult known = answers.get(command.id());
        Deed deed = deeds.get(command.name());
        CommandResult result = known == null ? done(command, deed) : known;
        answers.put(command.id(), result);
        say(result, asked.correlation());
        if (known == null && deed != null && result.done()) {
            deed.after().run();
        }
    }

    private CommandResult done(Command command, @Nullable Deed deed) {
        if (command.expires() <= time.now()) {
            return result(command, false, "expired", "It came too late; send it again.");
        }
        if (deed == null) {
            String names = String.join(", ", deeds.keySet().stream().sorted().toList());
            return result(
                    command,
                    false,
                    "unknown-command",
                    "This node knows no command %s; it knows %s.".formatted(command.name(), names));
        }
        try {
            return result(command, true, "done", deed.doing().run(command));
        } catch (RuntimeException e) {
            LOG.error("The command {} failed.", command.name(), e);
            return result(command, false, "failed", String.valueOf(e.getMessage()));
        }
    }

    private CommandResult result(Command command, boolean done, String code, String message) {
        return new CommandResult(command.id(), address.node(), done, code, message);
    }

    private void say(CommandResult result, @Nullable Payload correlation) {
        MqttLink stands = link;
        Publication plain =
                Publication.confirmed(
                                address.topics().results(address.node()),
                                Payload.of(SyncCodec.encode(result)))
                        .of("application/json");
        Publication answer = correlation == null ? plain : plain.answering(correlation);
        try {
            if (stands == null) {
                return;
            }
            stands.publish(answer).get(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (MqttFailure | ExecutionException | TimeoutException e) {
            LOG.warn("The answer to {} did not reach the broker: {}", result.id(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
