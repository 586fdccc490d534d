package dev.andon.node.sync;

import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.node.sync.BatchPacker.Packed;
import dev.andon.protocol.Ack;
import dev.andon.protocol.Ack.Range;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.ProtocolException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The talk with the hub over one outbox: greet it, learn its mark, send from there, repeat what it
/// lacks. Everything here happens on the sender's thread.
///
/// The hub is greeted with an empty batch first, and nothing else is sent until it answers. So its
/// mark is known before the first event leaves (a restored copy is noticed in time), its clock is
/// known before the first batch, and a hub that is away costs a greeting now and then instead of a
/// window of batches.
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final String CONTENT_TYPE = "application/json+gzip";

    /// Ranges of lost numbers in one batch; the rest goes with a later one.
    private static final int GONE_MAX = 500;

    private final Address address;
    private final Outbox outbox;
    private final HubTime time;
    private final Pace pace;
    private final Consumer<Unsent> refusals;
    private final SendWindow window;
    private final BatchPacker packer = new BatchPacker();
    private final GivenUp givenUp;
    private final Greeting greeting;
    private final String epoch;
    private long sentThrough;
    private long removedThrough = -1;
    private long pausedUntilMs;
    private List<Gone> goneTold = List.of();

    /// A publication that the broker did not take.
    record Unsent(long first, long last, int bytes, Throwable reason) {}

    /// @param refusals told, on any thread, what the broker did not take
    Sender(Address address, Outbox outbox, HubTime time, Pace pace, Consumer<Unsent> refusals) {
        this.address = address;
        this.outbox = outbox;
        this.time = time;
        this.pace = pace;
        this.refusals = refusals;
        this.window = new SendWindow(pace);
        this.givenUp = new GivenUp(pace.patience().toMillis());
        this.greeting = new Greeting(pace);
        this.epoch = outbox.epoch();
        this.sentThrough = outbox.sentThrough();
    }

    /// The outbox that is talked about.
    String epoch() {
        return epoch;
    }

    /// Whether the hub has answered on this link and nothing since makes it doubtful.
    boolean greeted() {
        return greeting.answered();
    }

    /// Whether something waits for the hub's word and may be sent.
    boolean waiting(long nowMs) {
        return nowMs >= pausedUntilMs && (!window.empty() || outbox.lastSeq() > window.committed());
    }

    /// Whether this word tells that the outbox is a copy: the hub has what this file never sent.
    boolean foreign(Ack ack) {
        return ack.committedThrough() > sentThrough;
    }

    /// What was sent before the copy was taken is the same in both, and the hub has it.
    void leaveToHub() {
        outbox.committed(sentThrough);
    }

    /// A new link, or somebody wants everything sent again.
    void restart(long nowMs) {
        window.relink(nowMs);
        greeting.begin(nowMs);
    }

    /// The hub is there again: no use in waiting with the greeting.
    void hurry(long nowMs) {
        greeting.hurry(nowMs);
    }

    /// The hub's word.
    ///
    /// @param cameMs when it came
    /// @return whether its mark moved
    boolean take(Ack ack, long cameMs, long nowMs) {
        long asked = window.oldestMs(greeting.askedMs());
        if (asked >= 0 && asked <= cameMs) {
            time.heard(ack.hubTime(), nowMs - cameMs, cameMs - asked);
        }
        ack.rejected().stream().filter(r -> r.seq() <= sentThrough).forEach(this::rejected);
        if (ack.committedThrough() > removedThrough) {
            outbox.committed(ack.committedThrough());
            removedThrough = ack.committedThrough();
        }
        pausedUntilMs = nowMs + Math.clamp(ack.pauseMs(), 0, pace.pauseMax().toMillis());
        window.lacks(ack.missing().stream().limit(Ack.RANGES_MAX).toList());
        greeting.answer();
        return window.heard(ack.committedThrough(), nowMs);
    }

    private void rejected(Ack.Rejected rejected) {
        LOG.warn(
                "The hub keeps event {} as a dead letter ({}); see andon sync dead-letters.",
                rejected.seq(),
                rejected.code());
        outbox.rejected(rejected.seq(), rejected.code());
    }

    /// Says what is to be said now.
    ///
    /// @throws MqttFailure the link is gone
    void speak(MqttLink link, long nowMs) {
        if (window.silent(nowMs)) {
            LOG.info("The hub is silent; back to its mark, {}.", window.committed());
            window.rewind();
            greeting.begin(nowMs);
        }
        if (!greeting.answered()) {
            if (greeting.due(nowMs)) {
                greeting.asked(nowMs);
                publishEmpty(link, head());
            }
        } else if (nowMs >= pausedUntilMs) {
            repeat(link, nowMs);
            sendNew(link, nowMs);
            keepInTouch(link, nowMs);
        }
    }

    /// Without anything to send, the hub is still asked now and then; if it does not answer, it is
    /// greeted before anything is sent again.
    private void keepInTouch(MqttLink link, long nowMs) {
        if (greeting.unanswered(nowMs)) {
            greeting.begin(nowMs);
        } else if (window.empty()
                && greeting.askedMs() < 0
                && window.quietMs(nowMs) > pace.idle().toMillis()) {
            greeting.asked(nowMs);
            publishEmpty(link, head());
        }
    }

    private void sendNew(MqttLink link, long nowMs) {
        while (!window.full()) {
            List<StoredEvent> events =
                    outbox.after(window.cursor(), Protocol.EVENTS_MAX, packer.charsGoal());
            if (events.isEmpty()) {
                tellGone(link, nowMs);
                return;
            }
            send(link, events, nowMs);
        }
    }

    /// What the hub lacks; what is not here any more is told as gone.
    private void repeat(MqttLink link, long nowMs) {
        List<Range> due = window.due(nowMs);
        givenUp.wanted(due);
        for (Range range : due) {
            List<StoredEvent> events =
                    outbox.after(range.from() - 1, Protocol.EVENTS_MAX, packer.charsGoal()).stream()
                            .filter(event -> event.seq() <= range.to())
                            .toList();
            long held = events.isEmpty() ? range.to() + 1 : events.getFirst().seq();
            if (held > range.from()) {
                Range absent = new Range(range.from(), held - 1);
                givenUp.absent(absent, outbox.gone(), nowMs)
                        .forEach(
                                gone ->
                                        LOG.warn(
                                                "The hub lost events {} to {} that it had; they are"
                                                        + " no longer here.",
                                                gone.from(),
                                                gone.to()));
            }
            if (!events.isEmpty()) {
                send(link, events, nowMs);
            }
        }
    }

    private void tellGone(MqttLink link, long nowMs) {
        Head head = head();
        if (window.empty() && !head.gone().isEmpty()) {
            boolean again = head.gone().equals(goneTold);
            if (!again || window.quietMs(nowMs) > pace.silence().toMillis()) {
                goneTold = head.gone();
                long from = goneTold.stream().mapToLong(Gone::from).min().orElse(0);
                window.sent(from, lastOf(goneTold, 0), nowMs);
                publishEmpty(link, head);
            }
        }
    }

    private void send(MqttLink link, List<StoredEvent> events, long nowMs) {
        Head head = head();
        Optional<Packed> packed = packer.pack(head, events);
        if (packed.isEmpty()) {
            neverFits(events.getFirst().seq(), events.getFirst().json());
            return;
        }
        List<StoredEvent> taken = events.subList(0, packed.get().count());
        window.sent(taken.getFirst().seq(), taken.getLast().seq(), nowMs);
        publish(link, head, taken, packed.get().payload());
    }

    private void publishEmpty(MqttLink link, Head head) {
        publish(link, head, List.of(), Payload.of(EventCodec.pack(head, List.of())));
    }

    private void publish(MqttLink link, Head head, List<StoredEvent> events, Payload payload) {
        long first = events.isEmpty() ? 0 : events.getFirst().seq();
        long last = events.isEmpty() ? 0 : events.getLast().seq();
        mark(lastOf(head.gone(), last));
        Publication batch =
                Publication.confirmed(address.topics().events(address.node()), payload)
                        .of(CONTENT_TYPE)
                        .with(
                                Map.of(
                                        "epoch", epoch,
                                        "first", Long.toString(first),
                                        "last", Long.toString(last)));
        try {
            link.publish(batch)
                    .whenComplete((_, reason) -> told(first, last, payload.length(), reason));
        } catch (MqttFailure e) {
            if (!e.code().equals("too-large")) {
                throw e;
            }
            told(first, last, payload.length(), e);
        }
    }

    private void told(long first, long last, int bytes, @Nullable Throwable reason) {
        if (reason != null) {
            refusals.accept(new Unsent(first, last, bytes, reason));
        }
    }

    /// Before it leaves: a copy of this file that is restored later must be told from this one.
    private void mark(long through) {
        if (through > sentThrough) {
            sentThrough = Math.max(through, outbox.lastSeq());
            outbox.sending(sentThrough);
        }
    }

    /// The broker does not take a message of this size: smaller ones, or none with this event.
    void tooLarge(Unsent unsent) {
        packer.refused(unsent.bytes());
        window.unsent(unsent.first(), unsent.last());
        if (unsent.first() == unsent.last() && unsent.first() > 0) {
            outbox.after(unsent.first() - 1, 1, 1).stream()
                    .filter(event -> event.seq() == unsent.first())
                    .forEach(event -> neverFits(event.seq(), event.json()));
        }
    }

    private void neverFits(long seq, String json) {
        LOG.error(
                "Event {} of {} characters fits into no message; it is kept here as a dead letter,"
                        + " see andon sync dead-letters.",
                seq,
                json.length());
        outbox.rejected(seq, GivenUp.TOO_LARGE);
        givenUp.add(new Gone(seq, seq, kind(json), GivenUp.TOO_LARGE));
    }

    private static String kind(String json) {
        try {
            return EventCodec.event(json).fact().kind();
        } catch (ProtocolException written) {
            return "unknown";
        }
    }

    private Head head() {
        List<Gone> gone = new ArrayList<>(outbox.gone());
        gone.addAll(givenUp.ranges(window.committed()));
        return new Head(
                address.node(), epoch, gone.stream().limit(GONE_MAX).toList(), time.reading());
    }

    private static long lastOf(List<Gone> gone, long otherwise) {
        return Math.max(otherwise, gone.stream().mapToLong(Gone::to).max().orElse(0));
    }
}
