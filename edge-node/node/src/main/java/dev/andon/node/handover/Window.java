package dev.andon.node.handover;

/// A piece of time.
///
/// @param from its begin, UTC milliseconds
/// @param to its end, not in it
public record Window(long from, long to) {
    /// How much of a stretch of time lies in it, milliseconds.
    Window clip(Window other) {
        long begin = Math.max(from, other.from);
        return new Window(begin, Math.max(begin, Math.min(to, other.to)));
    }

    boolean overlaps(Window other) {
        return from < other.to && other.from < to;
    }

    long ms() {
        return to - from;
    }
}
