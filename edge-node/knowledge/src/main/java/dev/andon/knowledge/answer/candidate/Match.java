package dev.andon.knowledge.answer.candidate;

import java.util.Set;

/// How well a candidate answers.
///
/// @param score higher is better; comparable within one question
/// @param missing words of the question, comparable, that neither it nor the place where it stands
///     has
public record Match(Candidate candidate, double score, Set<String> missing) {
    /// Scores closer than this are equal.
    static final double TIE = 0.03;

    public Match {
        missing = Set.copyOf(missing);
    }

    public boolean ties(Match other) {
        return Math.abs(score - other.score) <= TIE;
    }
}
