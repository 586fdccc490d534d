package dev.andon.protocol.fact;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The expert was called.
///
/// @param escalation unique for ever
/// @param incident that it is about; null if none is open
/// @param machine as registered; null if none is known
/// @param question redacted
/// @param citations that the node could offer
public record EscalationFact(
        String escalation,
        @Nullable String incident,
        @Nullable String machine,
        String question,
        List<TurnFact.Citation> citations)
        implements Fact {
    public EscalationFact {
        citations = List.copyOf(citations);
    }

    @Override
    public String kind() {
        return "escalation";
    }
}
