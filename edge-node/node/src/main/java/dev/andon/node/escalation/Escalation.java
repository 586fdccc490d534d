package dev.andon.node.escalation;

import dev.andon.protocol.fact.TurnFact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// A call for the expert, with what he said.
///
/// @param id a UUID
/// @param at when he was called, UTC milliseconds by the node's clock
/// @param incident that it is about; null if none was open
/// @param machine the register's id; null if none is known
/// @param question redacted
/// @param citations that the node could offer
/// @param replies of the expert, the first one first
public record Escalation(
        String id,
        long at,
        @Nullable String incident,
        @Nullable String machine,
        String question,
        List<TurnFact.Citation> citations,
        List<Reply> replies) {
    public Escalation {
        citations = List.copyOf(citations);
        replies = List.copyOf(replies);
    }

    /// How far it is.
    public enum State {
        /// The expert is called and has not answered.
        SENT,
        /// He has answered, and nobody was told yet.
        ANSWERED,
        /// All that he answered was told.
        RECEIPTED;

        /// As it stands in JSON and on the screen.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far it is.
    public State state() {
        if (replies.isEmpty()) {
            return State.SENT;
        }
        return replies.stream().allMatch(Reply::told) ? State.RECEIPTED : State.ANSWERED;
    }

    /// The words of an expert.
    ///
    /// @param id of the command that brought them
    /// @param escalation that they answer
    /// @param at when they came, UTC milliseconds by the node's clock
    /// @param text redacted
    /// @param card a document of the library that goes with it; null for none
    /// @param toldAt when whoever asked was told; null: not yet
    public record Reply(
            String id,
            String escalation,
            long at,
            String text,
            @Nullable String card,
            @Nullable Long toldAt) {
        /// Whether whoever asked was told.
        public boolean told() {
            return toldAt != null;
        }
    }
}
