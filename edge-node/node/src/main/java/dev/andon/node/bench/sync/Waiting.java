package dev.andon.node.bench.sync;

import dev.andon.node.sync.SyncException;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what the other side does.
final class Waiting {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Waiting() {}

    /// Looks every 5 ms whether it is so.
    ///
    /// @param what for the failure
    /// @throws SyncException `bench-stuck`: it was not so in time
    static void until(String what, Duration max, BooleanSupplier isSo) {
        long begun = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - begun > max.toNanos()) {
                throw new SyncException(
                        "bench-stuck", "%s: not within %d s.".formatted(what, max.toSeconds()));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new SyncException("bench-stuck", what + ": interrupted.");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// Seconds since a moment of [System#nanoTime].
    static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
