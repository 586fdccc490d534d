package dev.andon.node.command;

import dev.andon.knowledge.answer.Reply;
import dev.andon.node.dialog.Situation.Awaited;

import org.jspecify.annotations.Nullable;

/// What is under way in one conversation: an entry that waits for a yes or for a value, a procedure
/// that is being read, the pace of the voice. Immutable; a turn leaves the next one.
///
/// @param pending what waits for an answer; null for nothing
/// @param lapsed true: something waited, and nobody answered in time
/// @param procedure the register's id of the machine whose procedure is read here; null for none
/// @param machine the register's id of the machine of the last entry; null before the first
/// @param pace of the voice: -1 slow, 0 as usual, 1 fast
public record Matter(
        @Nullable Pending pending,
        boolean lapsed,
        @Nullable String procedure,
        @Nullable String machine,
        int pace) {
    /// The begin of a conversation.
    public static final Matter NONE = new Matter(null, false, null, null, 0);

    /// A draft that waits.
    ///
    /// @param asking for what
    /// @param asked the reply that asked, to be said again
    /// @param misses how often the answer was not understood
    /// @param deadlineNanos until when, in [System#nanoTime]
    record Pending(Draft draft, Asking asking, Reply asked, int misses, long deadlineNanos) {}

    /// What Andon waits for.
    public Awaited awaited() {
        return pending == null ? Awaited.NOTHING : pending.asking().awaited();
    }

    /// The same at a later moment: what was not answered in time is forgotten.
    public Matter at(long nanos) {
        return pending != null && nanos - pending.deadlineNanos() > 0
                ? new Matter(null, true, procedure, machine, pace)
                : this;
    }

    /// The same, waiting until then.
    public Matter waitingUntil(long nanos) {
        return pending == null
                ? this
                : with(
                        new Pending(
                                pending.draft(),
                                pending.asking(),
                                pending.asked(),
                                pending.misses(),
                                nanos));
    }

    Matter with(@Nullable Pending other) {
        return new Matter(other, false, procedure, machine, pace);
    }

    /// Nothing waits any more.
    Matter settled() {
        return with(null);
    }

    Matter reading(@Nullable String of) {
        return new Matter(pending, lapsed, of, machine, pace);
    }

    Matter paced(int other) {
        return new Matter(pending, lapsed, procedure, machine, Math.clamp(other, -1, 1));
    }

    Matter about(@Nullable String other) {
        return new Matter(pending, lapsed, procedure, other == null ? machine : other, pace);
    }
}
