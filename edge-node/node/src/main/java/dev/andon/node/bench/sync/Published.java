package dev.andon.node.bench.sync;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// What a hub published of a revision.
///
/// @param hub that counts
/// @param document kind and id, `manual/bench`
/// @param revision as printed
record Published(BenchHub hub, String document, String revision) {
    /// The hub writes its counts down every second.
    private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final Duration STILL_MAX = Duration.ofMinutes(2);

    /// Bytes of blocks, once the count has stood still; a block that many heard at once counts
    /// once.
    long bytes() {
        AtomicLong last = new AtomicLong(-1);
        AtomicLong since = new AtomicLong(System.nanoTime());
        Waiting.until(
                "The hub's count stands still",
                STILL_MAX,
                () -> {
                    long now = counted();
                    if (last.getAndSet(now) != now) {
                        since.set(System.nanoTime());
                    }
                    return now > 0 && System.nanoTime() - since.get() > STILL_NANOS;
                });
        return last.get();
    }

    private long counted() {
        for (JsonNode each : hub.get("/api/v1/library").path("documents")) {
            if (each.path("document").asText().equals(document)) {
                for (JsonNode one : each.path("revisions")) {
                    if (one.path("revision").asText().equals(revision)) {
                        return one.path("bytesServed").asLong();
                    }
                }
            }
        }
        return 0;
    }
}
