package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;

/// What a hub says that it has of all that a node ever wrote.
///
/// @param lost events that it has not: beyond its mark, missing, given up or refused
/// @param beyond numbers of its mark that the node never gave
record HubMark(long lost, long beyond) {
    private static final Duration SETTLED_MAX = Duration.ofMinutes(2);

    /// Waits until everything is acknowledged, also what the node writes of itself meanwhile, and
    /// asks the hub then.
    static HubMark of(BenchHub hub, BenchNode node) {
        long written = node.outbox().lastSeq();
        while (true) {
            node.awaitAcknowledged(written, SETTLED_MAX);
            JsonNode known = hub.node(node.name());
            long last = node.outbox().lastSeq();
            if (last == written) {
                return of(known, written);
            }
            written = last;
        }
    }

    private static HubMark of(JsonNode known, long written) {
        JsonNode events = known.path("events");
        long through = events.path("committedThrough").asLong();
        long refused = 0;
        for (JsonNode letters : known.path("deadLetters")) {
            refused += letters.path("count").asLong();
        }
        return new HubMark(
                Math.max(0, written - through)
                        + events.path("missing").asLong()
                        + events.path("lost").asLong()
                        + refused,
                Math.max(0, through - written));
    }
}
