package dev.andon.node.journal;

import dev.andon.node.sync.NodeClock;

/// A clock that a test sets.
public final class TestClock implements NodeClock {
    private volatile long at = 1_770_000_000_000L;
    private volatile long upMs = 1_000;

    /// Goes on, as time does.
    public void pass(long ms) {
        at += ms;
        upMs += ms;
    }

    /// Somebody sets the clock.
    public void set(long ms) {
        at = ms;
    }

    @Override
    public long at() {
        return at;
    }

    @Override
    public String boot() {
        return "boot-1";
    }

    @Override
    public long upMs() {
        return upMs;
    }
}
