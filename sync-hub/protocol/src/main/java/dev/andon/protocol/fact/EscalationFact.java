package dev.andon.protocol.fact;

import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The expert was called. It says all that he needs to see, so that no other event need be there.
///
/// @param escalation unique for ever
/// @param incident that it is about; null if none is open
/// @param machine as registered; null if none is known
/// @param question redacted
/// @param citations that the node could offer
/// @param timeline of the incident so far, by time; a node of an earlier version does not say it,
///     and it is empty then, as it is without an incident
public record EscalationFact(
        String escalation,
        @Nullable String incident,
        @Nullable String machine,
        String question,
        List<TurnFact.Citation> citations,
        @Nullable List<Step> timeline)
        implements Fact {
    public EscalationFact {
        citations = List.copyOf(citations);
        timeline = timeline == null ? List.of() : List.copyOf(timeline);
    }

    /// Without an incident.
    public EscalationFact(
            String escalation,
            @Nullable String incident,
            @Nullable String machine,
            String question,
            List<TurnFact.Citation> citations) {
        this(escalation, incident, machine, question, citations, List.of());
    }

    /// The incident's milestones; never null.
    @Override
    public List<Step> timeline() {
        return timeline == null ? List.of() : timeline;
    }

    @Override
    public String kind() {
        return "escalation";
    }

    /// A milestone that stands.
    ///
    /// @param moment which one
    /// @param at when, UTC milliseconds by the node's clock
    /// @param waitFor what is waited for; only with `WAITING`
    public record Step(Moment moment, long at, @Nullable Wait waitFor) {}
}
