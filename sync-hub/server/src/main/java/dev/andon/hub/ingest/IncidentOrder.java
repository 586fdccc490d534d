package dev.andon.hub.ingest;

import dev.andon.protocol.Event;
import dev.andon.protocol.fact.IncidentFact;

import java.util.Comparator;

/// Which of two words about an incident holds: the higher version; of two the same, the later
/// written one, and then any, but always the same.
record IncidentOrder(int version, long at, String epoch, long seq)
        implements Comparable<IncidentOrder> {
    private static final Comparator<IncidentOrder> ORDER =
            Comparator.comparingInt(IncidentOrder::version)
                    .thenComparingLong(IncidentOrder::at)
                    .thenComparing(IncidentOrder::epoch)
                    .thenComparingLong(IncidentOrder::seq);

    static IncidentOrder of(OutboxKey key, Event event, IncidentFact fact) {
        return new IncidentOrder(fact.version(), event.at(), key.epoch(), event.seq());
    }

    @Override
    public int compareTo(IncidentOrder other) {
        return ORDER.compare(this, other);
    }
}
