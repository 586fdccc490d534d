package dev.andon.protocol.fact;

import org.jspecify.annotations.Nullable;

/// All that is known of an incident but its milestones, after each change. The highest version
/// counts.
///
/// @param incident unique for ever (UUID)
/// @param version of this incident on its node, from 1
/// @param machine as registered
/// @param line as registered; null if the machine has none
/// @param fault code as registered; null if none was given
/// @param state of its latest milestone
/// @param cause as said when it was restored; null until then
/// @param note likewise
/// @param origin `api`, `voice`, `machine` or `cli`
/// @param withdrawn true: it was opened by mistake and counts nowhere
public record IncidentFact(
        String incident,
        int version,
        String machine,
        @Nullable String line,
        @Nullable String fault,
        MilestoneFact.Moment state,
        @Nullable String cause,
        @Nullable String note,
        String origin,
        boolean withdrawn)
        implements Fact {
    @Override
    public String kind() {
        return "incident";
    }
}
