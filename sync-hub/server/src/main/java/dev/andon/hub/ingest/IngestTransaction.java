package dev.andon.hub.ingest;

import dev.andon.hub.ingest.DeadLetters.Letter;
import dev.andon.hub.ingest.OutboxIntake.Placement;
import dev.andon.hub.store.Dialect;
import dev.andon.protocol.ClockReading;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec.ReadEvent;
import dev.andon.protocol.Sha256;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The taking in of some messages as one transaction. Nodes and outboxes are gone through in the
/// order of their names, so that two transactions never wait for each other.
final class IngestTransaction implements AutoCloseable {
    private final Handle handle;
    private final IngestLimits limits;
    private final long now;
    private final DeadLetters letters;
    private final Clocks clocks;
    private final Outboxes outboxes;
    private final EventRows rows;

    IngestTransaction(Handle handle, IngestLimits limits, long now) {
        this.handle = handle;
        this.limits = limits;
        this.now = now;
        this.letters = new DeadLetters(handle, limits, now);
        this.clocks = new Clocks(handle, now);
        this.outboxes = new Outboxes(handle, now);
        this.rows = new EventRows(handle, now);
    }

    /// Takes them in; the outboxes as they are then. To be told once it is committed.
    List<OutboxIntake> take(Dialect dialect, List<Parcel> parcels) {
        NodeLocks.take(handle, dialect, parcels);
        SortedMap<OutboxKey, List<Parcel.Batch>> batches = new TreeMap<>();
        Set<String> removed = removed();
        for (Parcel parcel : parcels) {
            switch (parcel) {
                case Parcel.Batch batch when removed.contains(batch.node()) ->
                        letters.keep(ofRemoved(batch.node()));
                case Parcel.Poison poison -> letters.keep(poison);
                case Parcel.Batch batch ->
                        batches.computeIfAbsent(batch.outbox(), key -> new ArrayList<>())
                                .add(batch);
            }
        }
        batches.values().forEach(all -> all.forEach(this::learn));
        List<OutboxIntake> taken = new ArrayList<>();
        batches.forEach((key, all) -> taken.add(take(key, all)));
        rows.send();
        outboxes.send();
        letters.send();
        return taken;
    }

    private Set<String> removed() {
        return Set.copyOf(
                handle.createQuery("select node from removed_node").mapTo(String.class).list());
    }

    /// One letter however much it sends: it is not answered, so it keeps its events.
    private static Parcel.Poison ofRemoved(String node) {
        String said =
                "It was removed from the fleet and still sends. Take its user from the broker, or"
                        + " invite it anew.";
        return new Parcel.Poison(
                node, "removed-node", Sha256.of(said.getBytes(StandardCharsets.UTF_8)), said);
    }

    @Override
    public void close() {
        rows.close();
        outboxes.close();
    }

    private void learn(Parcel.Batch batch) {
        clocks.learn(batch.node(), batch.head().clock());
    }

    private OutboxIntake take(OutboxKey key, List<Parcel.Batch> batches) {
        NumberRanges ranges = outboxes.ranges(key);
        SortedMap<Long, Long> before = ranges.ranges();
        OutboxIntake intake =
                new OutboxIntake(key, ranges, outboxes.known(key, repeated(ranges, batches)));
        for (Parcel.Batch batch : batches) {
            for (ReadEvent event : batch.events()) {
                place(intake, batch.head().clock(), event);
            }
        }
        for (Parcel.Batch batch : batches) {
            for (Gone gone : batch.head().gone()) {
                if (intake.gone(gone.from(), gone.to(), limits.rangesMax())) {
                    outboxes.lost(key, gone);
                }
            }
        }
        outboxes.save(key, before, ranges);
        return intake;
    }

    private static List<Long> repeated(NumberRanges ranges, List<Parcel.Batch> batches) {
        return batches.stream()
                .flatMap(batch -> batch.events().stream())
                .map(ReadEvent::seq)
                .filter(seq -> seq <= FactBounds.SEQ_MAX && ranges.contains(seq))
                .distinct()
                .toList();
    }

    private void place(
            OutboxIntake intake,
            @org.jspecify.annotations.Nullable ClockReading clock,
            ReadEvent read) {
        switch (intake.place(read, FactBounds.fault(read), limits.rangesMax())) {
            case Placement.Taken() -> {
                Event event = Objects.requireNonNull(read.event());
                rows.add(
                        intake.key(),
                        read,
                        event,
                        clocks.trueTime(intake.key().node(), clock, event));
            }
            case Placement.Refused(String code, boolean fresh) -> refuse(intake, read, code, fresh);
            case Placement.Repeated(), Placement.Left() -> {}
        }
    }

    private void refuse(OutboxIntake intake, ReadEvent read, String code, boolean fresh) {
        Letter letter = new Letter(read.seq(), read.sha256(), code, read.json());
        boolean clone = code.equals("other-content");
        if (letters.keep(intake.key(), letter, fresh || clone) && clone) {
            CloneAlarms.raise(handle, intake.key(), read.seq(), now);
        }
    }
}
