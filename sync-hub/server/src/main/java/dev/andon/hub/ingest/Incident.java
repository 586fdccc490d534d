package dev.andon.hub.ingest;

import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// An incident as the hub knows it: its highest version and its milestones. Times are UTC
/// milliseconds, put right where the node's clock was wrong.
///
/// @param node that it was opened on
/// @param incident its id, unique on the node
/// @param version of it
/// @param state of its latest milestone, as the node said it
/// @param cause null until it was said
/// @param note likewise
/// @param origin `api`, `voice`, `machine` or `cli`
/// @param withdrawn true: it was opened by mistake and counts nowhere
/// @param writtenAt when this version was written
/// @param clockOff whether a clock that was wrong by more than two seconds wrote any of it
/// @param milestones by ordinal; none while the events that tell them are on their way
public record Incident(
        String node,
        String incident,
        int version,
        String machine,
        @Nullable String line,
        @Nullable String fault,
        Moment state,
        @Nullable String cause,
        @Nullable String note,
        String origin,
        boolean withdrawn,
        long writtenAt,
        boolean clockOff,
        List<Milestone> milestones) {
    public Incident {
        milestones = List.copyOf(milestones);
    }

    /// One moment of it.
    ///
    /// @param at true time
    /// @param waitFor only with `WAITING`
    /// @param source `said`, `machine` or `entered`
    /// @param retracted true: it was given by mistake
    public record Milestone(
            int ordinal,
            Moment moment,
            long at,
            @Nullable Wait waitFor,
            String source,
            boolean retracted) {}
}
