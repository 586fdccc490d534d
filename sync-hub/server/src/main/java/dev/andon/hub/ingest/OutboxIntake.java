package dev.andon.hub.ingest;

import dev.andon.protocol.Ack;
import dev.andon.protocol.EventCodec.ReadEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the hub has of one outbox, and what becomes of one more event of it. Decides only; no SQL.
final class OutboxIntake {
    /// Refusals that one answer tells; the rest stands in a further answer.
    private static final int REJECTED_MAX = 1_000;

    private final OutboxKey key;
    private final NumberRanges ranges;
    private final Map<Long, Known> known;
    private final Map<Long, Ack.Rejected> rejected = new TreeMap<>();

    /// An event that the hub has under a number.
    ///
    /// @param code null: it is an event; else it is a dead letter
    record Known(String sha256, @Nullable String code) {}

    /// What becomes of an event.
    sealed interface Placement {
        /// It is new.
        record Taken() implements Placement {}

        /// It is there already.
        record Repeated() implements Placement {}

        /// It is left with the node, which will send it again.
        record Left() implements Placement {}

        /// @param code why it is a dead letter
        /// @param fresh whether the hub had nothing of this number
        record Refused(String code, boolean fresh) implements Placement {}
    }

    OutboxIntake(OutboxKey key, NumberRanges ranges, Map<Long, Known> known) {
        this.key = key;
        this.ranges = ranges;
        this.known = new HashMap<>(known);
    }

    /// Places one event.
    ///
    /// @param fault why it cannot be taken; null if it can
    Placement place(ReadEvent event, @Nullable String fault, int rangesMax) {
        if (event.seq() > FactBounds.SEQ_MAX) {
            return refuse(event.seq(), "invalid-fact", true);
        }
        Known there = known.get(event.seq());
        if (there != null) {
            return again(event, there);
        }
        if (!ranges.touches(event.seq()) && ranges.size() >= rangesMax) {
            return new Placement.Left();
        }
        boolean fresh = !ranges.contains(event.seq());
        ranges.add(event.seq(), event.seq());
        known.put(event.seq(), new Known(event.sha256(), fault));
        return fault == null ? new Placement.Taken() : refuse(event.seq(), fault, fresh);
    }

    /// The node gave these up.
    ///
    /// @return false: it is left with the node, which will tell it again
    boolean gone(long from, long to, int rangesMax) {
        if (!ranges.touches(from) && !ranges.touches(to) && ranges.size() >= rangesMax) {
            return false;
        }
        ranges.add(from, to);
        return true;
    }

    OutboxKey key() {
        return key;
    }

    NumberRanges ranges() {
        return ranges;
    }

    /// What the node is to be told once this is committed; several answers if many were refused.
    List<Ack> answers(int pauseMs, long hubTime) {
        List<Ack.Rejected> all = new ArrayList<>(rejected.values());
        List<Ack> answers = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(all.size(), from + REJECTED_MAX);
            answers.add(
                    new Ack(
                            key.epoch(),
                            ranges.through(),
                            ranges.gaps(Ack.RANGES_MAX),
                            all.subList(from, to),
                            pauseMs,
                            hubTime));
            from = to;
        } while (from < all.size());
        return answers;
    }

    private Placement again(ReadEvent event, Known there) {
        if (!there.sha256().equals(event.sha256())) {
            return refuse(event.seq(), "other-content", false);
        }
        return there.code() == null
                ? new Placement.Repeated()
                : refuse(event.seq(), there.code(), false);
    }

    private Placement.Refused refuse(long seq, String code, boolean fresh) {
        rejected.put(seq, new Ack.Rejected(seq, code));
        return new Placement.Refused(code, fresh);
    }
}
