package dev.andon.protocol.fact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A question and its reply. Text is redacted before it is first written; sound never is.
///
/// @param turn unique on the node
/// @param machine that it was about, as registered; null if none is known
/// @param question as heard or typed; null if there were no words
/// @param reply `answer`, `refusal`, `clarification`, `statement` or `none`
/// @param text of the reply; null without one
/// @param citations of an answer
/// @param mode `quote` or `model`; null without an answer
/// @param timingsMs stage to milliseconds from the end of speech
/// @param failure code of what broke; null if nothing did
public record TurnFact(
        String turn,
        @Nullable String machine,
        @Nullable String question,
        String reply,
        @Nullable String text,
        List<Citation> citations,
        @Nullable String mode,
        Map<String, Double> timingsMs,
        @Nullable String failure)
        implements Fact {
    public TurnFact {
        citations = List.copyOf(citations);
        timingsMs = Map.copyOf(timingsMs);
        if (!timingsMs.values().stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a time is a finite number");
        }
    }

    @Override
    public String kind() {
        return "turn";
    }

    /// @param manual the document's id
    /// @param revision as printed; null if unknown
    /// @param page as printed, else its number in the file; null without pages
    public record Citation(String manual, @Nullable String revision, @Nullable String page) {}
}
