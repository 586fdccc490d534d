package dev.andon.knowledge.answer.decision;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.Match;
import dev.andon.knowledge.answer.candidate.Ranking;
import dev.andon.knowledge.answer.candidate.SymptomRule;
import dev.andon.knowledge.answer.decision.RefusalRule.Finding;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.retrieval.Passage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the passages have to say to a question: nothing that answers, or the candidates that may.
public sealed interface Consideration {
    /// Refused, whoever would choose among candidates.
    record Refused(Finding finding) implements Consideration {}

    /// Candidates that may answer, best first; at least one.
    record Fit(List<Match> matches) implements Consideration {
        public Fit {
            matches = List.copyOf(matches);
        }
    }

    /// Considers the passages: a described symptom first, then all that [Ranking] leaves.
    static Consideration of(Asked asked, List<Passage> passages) {
        Optional<Candidate> symptom = SymptomRule.described(asked, passages);
        if (symptom.isPresent()) {
            return new Fit(List.of(new Match(symptom.get(), 1, Set.of())));
        }
        Optional<Finding> unsupported = RefusalRule.evidence(asked, passages);
        if (unsupported.isPresent()) {
            return new Refused(unsupported.get());
        }
        List<Match> ranked = Ranking.rank(asked, passages);
        Optional<Finding> unmet = RefusalRule.candidates(asked, ranked, passages);
        return unmet.isPresent()
                ? new Refused(unmet.get())
                : new Fit(ranked.stream().filter(m -> RefusalRule.isAcceptable(asked, m)).toList());
    }
}
