package dev.andon.hub.testing;

import dev.andon.hub.ingest.Received;
import dev.andon.mqtt.Payload;
import dev.andon.protocol.ClockReading;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.EventCodec.Head;
import dev.andon.protocol.fact.EscalationFact;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.HealthFact;
import dev.andon.protocol.fact.IncidentFact;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.fact.MilestoneFact;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;
import dev.andon.protocol.fact.TurnFact;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// A node as the hub hears it: one outbox, whose events say what a test wants.
public record NodeScript(String node, String epoch, String boot, long clockErrorMs) {
    /// When the scripts' boots began, true time.
    public static final long BEGIN = 1_800_000_000_000L;

    private static final String SITE = "andon/v1/lyon/node/";

    /// A node whose clock is right.
    public static NodeScript of(String node, int epoch) {
        return new NodeScript(node, "%016x".formatted(epoch), "boot-" + epoch, 0);
    }

    /// The topic of its batches.
    public String topic() {
        return SITE + node + "/events";
    }

    /// An event, written a second a number after the boot, true time.
    public Event event(long seq, Fact fact) {
        long upMs = seq * 1_000;
        return new Event(seq, BEGIN + upMs + clockErrorMs, boot, upMs, fact);
    }

    /// Its clock against the hub's.
    public ClockReading clock() {
        return new ClockReading(boot, 500, BEGIN + 500 + clockErrorMs, -clockErrorMs);
    }

    /// A batch of events.
    public Received batch(List<Event> events) {
        return texts(events.stream().map(EventCodec::text).toList(), List.of());
    }

    /// A batch of one.
    public Received batch(long seq, Fact fact) {
        return batch(List.of(event(seq, fact)));
    }

    /// A batch of turns, as all of them are: from a number to a number.
    public Received turns(long from, long to) {
        return batch(
                LongStream.rangeClosed(from, to).mapToObj(seq -> event(seq, turn(seq))).toList());
    }

    /// A batch as it travels.
    public Received texts(List<String> events, List<Gone> gone) {
        return packed(new Head(node, epoch, gone, clock()), events);
    }

    /// A batch that knows nothing of its clock.
    public Received clockless(List<Event> events) {
        List<String> texts = events.stream().map(EventCodec::text).toList();
        return packed(new Head(node, epoch, List.of(), null), texts);
    }

    /// What comes on its topic, whatever it is.
    public Received raw(byte[] bytes) {
        return new Received(topic(), Payload.of(bytes));
    }

    /// A turn, the same for the same number.
    public TurnFact turn(long seq) {
        return new TurnFact(
                "turn-" + epoch + "-" + seq,
                "press-3",
                "What is torque number " + seq + "?",
                "answer",
                "45 newton metres.",
                List.of(new TurnFact.Citation("px200-service", "C", "12")),
                "quote",
                Map.of("retrieval", 12.5),
                null);
    }

    /// An incident's word.
    public static IncidentFact incident(String id, int version, Moment state) {
        return new IncidentFact(
                id, version, "press-3", "line-1", "E42", state, null, null, "voice", false);
    }

    /// A milestone's word.
    public static MilestoneFact milestone(String incident, int ordinal, Moment moment, long at) {
        return new MilestoneFact(incident, ordinal, moment, at, null, "said", false);
    }

    /// An engine's word.
    public static HealthFact health(String subject, String state) {
        return new HealthFact(subject, state, null);
    }

    /// A revision's word.
    public static InstallationFact installation(String document, long serial, String state) {
        return new InstallationFact(
                document, serial, "C", state, null, null, 10, 20, 3, 4, 5, 5, 1_000);
    }

    /// A call for the expert, whose incident waits for him.
    public static EscalationFact escalation(String id, String question) {
        return new EscalationFact(
                id,
                "i",
                "press-3",
                question,
                List.of(new TurnFact.Citation("px200-service", "C", "48")),
                List.of(
                        new EscalationFact.Step(Moment.DECLARED, BEGIN, null),
                        new EscalationFact.Step(Moment.WAITING, BEGIN + 300_000, Wait.EXPERT)));
    }

    private Received packed(Head head, List<String> events) {
        return raw(EventCodec.pack(head, events));
    }
}
