package dev.andon.protocol.fact;

import org.jspecify.annotations.Nullable;

/// One moment in the life of an incident, as it was given: never invented.
///
/// @param incident it belongs to
/// @param ordinal in that incident, from 1; a correction repeats the ordinal, and the event with
///     the higher number counts
/// @param moment which one
/// @param at when, UTC milliseconds by the node's clock
/// @param waitFor what is waited for; only with `WAITING`
/// @param source `said`, `machine` or `entered`
/// @param retracted true: it was given by mistake
public record MilestoneFact(
        String incident,
        int ordinal,
        Moment moment,
        long at,
        @Nullable Wait waitFor,
        String source,
        boolean retracted)
        implements Fact {
    @Override
    public String kind() {
        return "milestone";
    }

    /// In the order in which they usually come. In the figures of maintenance:
    public enum Moment {
        /// t_fail: the machine stopped; only from a machine state or a spoken time.
        FAILED,
        /// t_detect.
        DECLARED,
        /// t_ack.
        ACKNOWLEDGED,
        /// t_diagnosis.
        DIAGNOSING,
        /// A wait begins; it ends with the next milestone that is not a wait.
        WAITING,
        /// The first one is t_start.
        REPAIRING,
        /// t_end.
        REPAIRED,
        /// t_test, and t_end if none was given.
        TESTING,
        /// t_restore.
        RESTORED
    }

    /// What an incident waits for.
    public enum Wait {
        PART,
        EXPERT,
        PERMIT
    }
}
