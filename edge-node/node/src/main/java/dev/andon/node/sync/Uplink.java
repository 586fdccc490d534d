package dev.andon.node.sync;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.node.sync.Sender.Unsent;
import dev.andon.protocol.Ack;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.fact.HealthFact;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// Brings what waits in the outbox to the hub. A row leaves the outbox on the hub's [Ack] alone,
/// which comes after the hub's commit; that the broker took a batch means nothing.
///
/// The thread of the link only puts down what came. All work is done on a thread of its own, which
/// may wait for room in the window of the link.
final class Uplink implements LinkPart, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    /// Words of the hub, and of the broker, that wait for the sender. Older ones make room: a later
    /// word of the hub says what an earlier one said.
    private static final int WORDS_MAX = 256;

    /// A hub that goes on finding other events under this node's numbers gets no third outbox
    /// before this is over.
    private static final Duration RENEWAL_PAUSE = Duration.ofHours(1);

    /// An absent hub is no reason to doubt the link before so many watchdogs are over.
    private static final int AWAY_FACTOR = 10;

    private final Address address;
    private final NodeStore store;
    private final HubTime time;
    private final HubPresence presence;
    private final Pace pace;
    private final BlockingQueue<Came> came = new ArrayBlockingQueue<>(WORDS_MAX);
    private final BlockingQueue<Unsent> unsent = new ArrayBlockingQueue<>(WORDS_MAX);
    private final Pulse pulse;

    private volatile @Nullable MqttLink link;
    private volatile long progressMs = nowMs();
    private volatile boolean waiting;
    private volatile boolean resync;
    private volatile boolean hubSpoke;
    private volatile @Nullable String ending;
    private volatile @Nullable String refused;
    private volatile @Nullable Long heardAt;
    private volatile boolean greeted;
    private volatile long greetedMs = nowMs();

    // Known to the sender's thread alone.
    private @Nullable Sender sender;
    private @Nullable MqttLink spokenOn;
    private @Nullable MqttLink broken;
    private long linkedMs;
    private long renewedMs;
    private boolean renewed;

    private record Came(Ack ack, long ms, long at) {}

    Uplink(Address address, NodeStore store, HubTime time, HubPresence presence, Pace pace) {
        this.address = address;
        this.store = store;
        this.time = time;
        this.presence = presence;
        this.pace = pace;
        this.pulse = Pulse.start("sync-send", pace.step(), this::step);
        presence.onChange(this::hubSpoke);
        store.outbox().onAppend(pulse::wake);
    }

    /// Whether the hub has answered on this link and is not silent.
    boolean greeted() {
        return link != null && greeted;
    }

    /// For how long the hub has been doubtful, milliseconds; 0 if it is not.
    long doubtMs() {
        return greeted() ? 0 : nowMs() - greetedMs;
    }

    /// The node's clock when the hub last answered, UTC milliseconds; null if it did not since the
    /// start.
    @Nullable Long heardAt() {
        return heardAt;
    }

    /// Why the broker did not take what was last sent; null if it did.
    @Nullable String refused() {
        return refused;
    }

    /// What the sender fails of; null if it works.
    @Nullable RuntimeException failure() {
        return pulse.failure();
    }

    /// Sends everything again from the hub's mark.
    void resync() {
        resync = true;
        pulse.wake();
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(Subscription.passing(address.topics().ack(address.node()), 0));
    }

    @Override
    public void connected(MqttLink stands) {
        ending = null;
        progressMs = nowMs();
        greetedMs = nowMs();
        greeted = false;
        link = stands;
        pulse.wake();
    }

    @Override
    public void lost() {
        link = null;
        pulse.wake();
    }

    @Override
    public void arrived(Delivery delivery) {
        try {
            Ack ack = SyncCodec.decode(delivery.payload().bytes(), Ack.class);
            keep(came, new Came(ack, nowMs(), store.clock().at()));
        } catch (ProtocolException e) {
            LOG.warn("An acknowledgement cannot be read: {}", e.getMessage());
        }
        pulse.wake();
    }

    @Override
    public void tick() {
        String end = ending;
        if (end != null) {
            throw new MqttFailure("ended", end);
        }
        long idleMs = nowMs() - progressMs;
        long limitMs = pace.watchdog().toMillis() * (presence.away() ? AWAY_FACTOR : 1);
        if (waiting && idleMs > limitMs) {
            throw new MqttFailure(
                    "lost",
                    "Nothing was committed for %d s although events wait; the connection is made anew."
                            .formatted(idleMs / 1000));
        }
    }

    @Override
    public void close() {
        store.outbox().onAppend(() -> {});
        pulse.close();
    }

    private void hubSpoke() {
        hubSpoke = true;
        pulse.wake();
    }

    private static <T> void keep(BlockingQueue<T> queue, T word) {
        while (!queue.offer(word)) {
            queue.poll();
        }
    }

    private void unsent(Unsent batch) {
        keep(unsent, batch);
        pulse.wake();
    }

    private void step() {
        time.look();
        long now = nowMs();
        Sender speaking = sender(now);
        MqttLink stands = link;
        if (stands != null && stands != spokenOn) {
            linkedMs = now;
            spokenOn = stands;
            speaking.restart(now);
        }
        hear(speaking, now);
        if (stands != null && stands != broken && ending == null && mayTalk(now)) {
            speak(speaking, stands, now);
        }
        look(speaking, now);
    }

    /// Another epoch (a copy was restored, here or by another process) is another talk.
    private Sender sender(long now) {
        Sender known = sender;
        if (known != null && known.epoch().equals(store.outbox().epoch())) {
            return known;
        }
        Sender fresh = new Sender(address, store.outbox(), time, pace, this::unsent);
        fresh.restart(now);
        if (known != null) {
            end("The outbox is another one now, %s.".formatted(fresh.epoch()));
        }
        came.clear();
        unsent.clear();
        sender = fresh;
        return fresh;
    }

    private boolean mayTalk(long now) {
        if (presence.foreign()) {
            return false;
        }
        return presence.status() != null || now - linkedMs >= pace.presence().toMillis();
    }

    private void speak(Sender speaking, MqttLink stands, long now) {
        if (resync) {
            resync = false;
            speaking.restart(now);
        }
        if (hubSpoke) {
            hubSpoke = false;
            speaking.hurry(now);
        }
        try {
            speaking.speak(stands, now);
        } catch (MqttFailure e) {
            // The thread of the link finds the same and makes a new one.
            LOG.debug("Not sent: {}", e.getMessage());
            broken = stands;
        }
    }

    private void hear(Sender speaking, long now) {
        for (Unsent batch = unsent.poll(); batch != null; batch = unsent.poll()) {
            notTaken(speaking, batch);
        }
        for (Came word = came.poll(); word != null; word = came.poll()) {
            if (word.ack().epoch().equals(speaking.epoch()) && ending == null) {
                hear(speaking, word, now);
            }
        }
    }

    private void hear(Sender speaking, Came word, long now) {
        if (speaking.foreign(word.ack())) {
            speaking.leaveToHub();
            renew(
                    "The hub has committed %d events, more than this outbox ever sent"
                            .formatted(word.ack().committedThrough()));
        } else if (contested(word.ack()) && mayRenew(now)) {
            renew("The hub has other events under the numbers of this outbox");
        } else {
            if (speaking.take(word.ack(), word.ms(), now)) {
                progressMs = now;
            }
            heardAt = word.at();
            refused = null;
        }
    }

    private static boolean contested(Ack ack) {
        return ack.rejected().stream().anyMatch(each -> each.code().equals("other-content"));
    }

    private boolean mayRenew(long now) {
        return !renewed || now - renewedMs > RENEWAL_PAUSE.toMillis();
    }

    /// The will of this link carries the old epoch, so the link ends with it.
    private void renew(String why) {
        String old = store.outbox().epoch();
        String fresh = store.outbox().renew();
        renewed = true;
        renewedMs = nowMs();
        String told =
                "%s: it is a copy of an older file. What waits is sent under a new name (%s instead of %s)."
                        .formatted(why, fresh, old);
        LOG.warn("{}", told);
        sender = null;
        end(told);
        store.facts().write(new HealthFact("outbox", "degraded", told));
    }

    private void end(String why) {
        if (link != null) {
            ending = why;
        }
    }

    private void notTaken(Sender speaking, Unsent batch) {
        Throwable reason = batch.reason();
        if (reason instanceof MqttFailure failure && failure.code().equals("too-large")) {
            speaking.tooLarge(batch);
        } else if (link != null) {
            refused = String.valueOf(reason.getMessage());
        }
    }

    private void look(Sender speaking, long now) {
        boolean something = stands() && !presence.foreign() && speaking.waiting(now);
        if (!something) {
            progressMs = now;
        }
        waiting = something;
        greeted = stands() && speaking.greeted();
        if (greeted) {
            greetedMs = now;
        }
    }

    /// Whether the sender speaks on the link that there is.
    private boolean stands() {
        return link != null && link == spokenOn;
    }

    private static long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
