package dev.andon.hub.inbox;

import dev.andon.protocol.fact.EscalationFact.Step;
import dev.andon.protocol.fact.TurnFact.Citation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A call for the expert, with his answers. Times are UTC milliseconds, put right where the node's
/// clock was wrong, unless said.
///
/// @param node that called
/// @param escalation its id
/// @param incident that it is about; null for none
/// @param machine as registered; null if none is known
/// @param question redacted; null once its days are over
/// @param citations that the node could offer
/// @param timeline of the incident until the call, by the node's clock
/// @param calledAt when it was made
/// @param answers the first one first
public record ExpertCall(
        String node,
        String escalation,
        @Nullable String incident,
        @Nullable String machine,
        @Nullable String question,
        List<Citation> citations,
        List<Step> timeline,
        long calledAt,
        List<Answer> answers) {
    public ExpertCall {
        citations = List.copyOf(citations);
        timeline = List.copyOf(timeline);
        answers = List.copyOf(answers);
    }

    /// Whether it still wants an answer: there is none, or none that arrived or still may.
    public boolean open() {
        return answers.stream().noneMatch(answer -> answer.state().stands());
    }

    ExpertCall with(List<Answer> others) {
        return new ExpertCall(
                node,
                escalation,
                incident,
                machine,
                question,
                citations,
                timeline,
                calledAt,
                others);
    }

    /// What became of an answer.
    public enum State {
        /// It is on its way: the node has not confirmed it yet.
        WAITING,
        /// It is on the node, and nobody was told yet.
        DELIVERED,
        /// Whoever asked was told.
        HEARD,
        /// The node did not take it.
        REFUSED,
        /// The node was away too long.
        EXPIRED;

        boolean stands() {
            return this == WAITING || this == DELIVERED || this == HEARD;
        }
    }

    /// @param id of it, and of the command that brings it
    /// @param text null once its days are over
    /// @param card a document of the library that goes with it; null for none
    /// @param answeredAt by the hub's clock
    /// @param state what became of it
    /// @param result what the node said of it; null until it did
    public record Answer(
            String id,
            @Nullable String text,
            @Nullable String card,
            long answeredAt,
            State state,
            @Nullable String result) {}
}
