package dev.andon.node.incident;

import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

/// One moment in the life of an incident, as it was given.
///
/// @param ordinal in the incident, from 1, in the order in which they were given
/// @param moment which one
/// @param at when, UTC milliseconds
/// @param waitFor what is waited for; only with `WAITING`
/// @param source who gave it
/// @param retracted true: it was given by mistake
public record Milestone(
        int ordinal,
        Moment moment,
        long at,
        @Nullable Wait waitFor,
        Source source,
        boolean retracted) {
    Milestone corrected(long otherAt, @Nullable Wait otherWait) {
        return new Milestone(ordinal, moment, otherAt, otherWait, source, false);
    }

    Milestone numbered(int otherOrdinal) {
        return new Milestone(otherOrdinal, moment, at, waitFor, source, retracted);
    }

    Milestone retract() {
        return new Milestone(ordinal, moment, at, waitFor, source, true);
    }

    boolean says(Moment otherMoment, long otherAt, @Nullable Wait otherWait) {
        return !retracted && moment == otherMoment && at == otherAt && waitFor == otherWait;
    }
}
