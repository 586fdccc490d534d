package dev.andon.node.bench.sync;

import dev.andon.node.sync.NodeClock;

import java.time.Duration;

/// The clocks of a computer that was started some days ago; the days pass by as they are told to,
/// until it is now, and then by themselves. Its wall clock can be set wrong.
final class SteppedClock implements NodeClock {
    private final long bootedAt;
    private volatile long upMs;
    private volatile long wrongMs;
    private volatile boolean live;

    /// @param ago when it was started
    SteppedClock(Duration ago) {
        this.bootedAt = System.currentTimeMillis() - ago.toMillis();
    }

    /// Lets time pass.
    void pass(long ms) {
        upMs += ms;
    }

    /// Sets the wall clock wrong by so much more.
    void set(long ms) {
        wrongMs += ms;
    }

    /// It is now, and time passes by itself.
    void goLive() {
        live = true;
    }

    /// What the wall clock would say if nobody had set it wrong.
    long trueAt() {
        return bootedAt + upMs();
    }

    @Override
    public long at() {
        return trueAt() + wrongMs;
    }

    @Override
    public String boot() {
        return "bench-boot";
    }

    @Override
    public long upMs() {
        return live ? System.currentTimeMillis() - bootedAt : upMs;
    }
}
