package dev.andon.node.web;

import java.util.concurrent.Semaphore;

/// How many turns may run at once; another is refused, not queued, since a late answer is no
/// answer at the line.
final class TurnSlots {
    private final Semaphore free;
    private final int turnsMax;

    TurnSlots(int turnsMax) {
        this.free = new Semaphore(turnsMax);
        this.turnsMax = turnsMax;
    }

    /// @throws Problem.Refused all are taken
    Slot take() {
        if (!free.tryAcquire()) {
            throw new Problem(
                            503,
                            "busy",
                            "The node is answering others.",
                            "turns",
                            "Ask again in a few seconds.")
                    .refused();
        }
        return free::release;
    }

    /// Whether nobody is being answered.
    boolean idle() {
        return free.availablePermits() == turnsMax;
    }

    /// A taken slot; closed once.
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
