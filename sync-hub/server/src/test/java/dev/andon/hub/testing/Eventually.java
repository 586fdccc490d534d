package dev.andon.hub.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what must come, on a machine that has much else to do.
public final class Eventually {
    private static final Duration MAX = Duration.ofMinutes(3);
    private static final long LOOK_NANOS = 20_000_000;

    private Eventually() {}

    /// Returns once it holds.
    public static void holds(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + MAX.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Never: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
