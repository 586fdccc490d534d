package dev.andon.node.sync;

import java.util.concurrent.atomic.AtomicLong;

/// Clocks that run like the computer's, and can be set like a wall clock.
final class TestClock implements NodeClock {
    private final AtomicLong setBy = new AtomicLong();

    /// Sets the wall clock forward, or back.
    void set(long byMs) {
        setBy.addAndGet(byMs);
    }

    @Override
    public long at() {
        return System.currentTimeMillis() + setBy.get();
    }

    @Override
    public String boot() {
        return "boot-1";
    }

    @Override
    public long upMs() {
        return System.nanoTime() / 1_000_000;
    }
}
