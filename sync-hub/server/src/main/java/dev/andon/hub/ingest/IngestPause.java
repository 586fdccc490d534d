package dev.andon.hub.ingest;

import java.util.concurrent.TimeUnit;

/// How long nodes are to hold back when the store is slow: as long as its last transaction took,
/// if that was more than a second, and ten seconds at most. Else they go on at once.
final class IngestPause {
    private static final long SLOW_MS = 1_000;
    private static final long PAUSE_MS_MAX = 10_000;

    private IngestPause() {}

    /// @param nanos that a transaction took
    static int ms(long nanos) {
        long took = TimeUnit.NANOSECONDS.toMillis(nanos);
        return took <= SLOW_MS ? 0 : (int) Math.min(took, PAUSE_MS_MAX);
    }
}
