package dev.andon.node.web;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Conversations that callers of `POST /api/v1/ask` go on with, by ids of their own choice. They

/// are kept in memory, and not for long: what is forgotten with one was never written, since
/// nothing is before the yes.
final class Conversations {
    /// Of an id; the caller chooses one that nobody guesses.
    static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private record Kept(TurnRunner runner, long untilMs) {}

    private final Supplier<TurnRunner> begin;
    private final WebLimits limits;
    private final LongSupplier clockMs;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /// @param begin begins one
    /// @param clockMs any monotonic clock
    Conversations(Supplier<TurnRunner> begin, WebLimits limits, LongSupplier clockMs) {
        this.begin = begin;
        this.limits = limits;
        this.clockMs = clockMs;
    }

    /// The conversation of this id, a new one if there is none; without an id one of a single turn.
    TurnRunner of(@Nullable String id) {
        return id == null ? begin.get() : goOn(id);
    }

    private synchronized TurnRunner goOn(String id) {
        long nowMs = clockMs.getAsLong();
        kept.values().removeIf(each -> each.untilMs() <= nowMs);
        Kept known = kept.remove(id);
        TurnRunner runner = known == null ? oneAtATime(begin.get()) : known.runner();
        if (kept.size() >= limits.sessionsMax()) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(id, new Kept(runner, nowMs + limits.conversationMsMax()));
        return runner;
    }

    /// Two requests at once are two turns, one after the other.
    private static TurnRunner oneAtATime(TurnRunner runner) {
        ReentrantLock turn = new ReentrantLock();
        return (input, sink, events) -> {
            turn.lock();
            try {
                runner.run(input, sink, events);
            } finally {
                turn.unlock();
            }
        };
    }
}
