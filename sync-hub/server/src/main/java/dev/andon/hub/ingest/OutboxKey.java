package dev.andon.hub.ingest;

import java.util.Comparator;

/// Which outbox: a node's, of one epoch. Ordered, so that all transactions go the same way.
record OutboxKey(String node, String epoch) implements Comparable<OutboxKey> {
    private static final Comparator<OutboxKey> ORDER =
            Comparator.comparing(OutboxKey::node).thenComparing(OutboxKey::epoch);

    @Override
    public int compareTo(OutboxKey other) {
        return ORDER.compare(this, other);
    }
}
