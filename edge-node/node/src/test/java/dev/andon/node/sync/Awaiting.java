package dev.andon.node.sync;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for a condition, with a generous deadline.
final class Awaiting {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Awaiting() {}

    static void await(String what, BooleanSupplier condition) {
        await(what, condition, () -> "");
    }

    static void await(String what, BooleanSupplier condition, Supplier<Object> otherwise) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Within %s: %s. %s".formatted(DEADLINE, what, otherwise.get()));
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
