package dev.andon.protocol;

import java.util.List;

/// Hub to node, after the hub's commit: the only thing that lets an event leave the outbox.
///
/// @param epoch of the outbox that is meant
/// @param committedThrough every number up to this one is in the hub's store, or was told as gone
/// @param missing numbers beyond it that the hub wants again; it has those between
/// @param rejected events that the hub keeps as dead letters: they leave the outbox too
/// @param pauseMs how long to hold back new batches; 0 goes on
/// @param hubTime the hub's clock, UTC milliseconds
public record Ack(
        String epoch,
        long committedThrough,
        List<Range> missing,
        List<Rejected> rejected,
        int pauseMs,
        long hubTime)
        implements SyncMessage {
    /// Ranges told at most; the rest comes with a later acknowledgement.
    public static final int RANGES_MAX = 64;

    public Ack {
        missing = List.copyOf(missing);
        if (missing.size() > RANGES_MAX) {
            throw new IllegalArgumentException(
                    "%d ranges at once; %d at most".formatted(missing.size(), RANGES_MAX));
        }
        rejected = List.copyOf(rejected);
    }

    /// From a number to a number, both included.
    public record Range(long from, long to) {}

    /// An event that the hub could not take.
    ///
    /// @param code `unknown-fact`, `invalid-fact`, `too-large` (more than
    ///     [Protocol#EVENT_CHARS_MAX]), `other-content` (another event has its number)
    public record Rejected(long seq, String code) {}
}
