package dev.andon.knowledge.answer.decision;

import dev.andon.knowledge.answer.candidate.Candidate;
import dev.andon.knowledge.answer.candidate.Count;
import dev.andon.knowledge.answer.candidate.Match;
import dev.andon.knowledge.answer.candidate.Ranking;
import dev.andon.knowledge.answer.candidate.SymptomRule;
import dev.andon.knowledge.answer.decision.RefusalRule.Finding;
import dev.andon.knowledge.answer.evidence.Supports;
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
        Supports supports = Supports.of(asked, passages);
        Optional<Finding> unsupported = RefusalRule.evidence(asked, passages, supports);
        if (unsupported.isPresent()) {
            return new Refused(unsupported.get());
        }
        List<Match> ranked = counting(asked, Ranking.rank(asked, passages, supports));
        List<Match> fit =
                ranked.stream().filter(match -> RefusalRule.isAcceptable(asked, match)).toList();
        if (fit.isEmpty()) {
            fit = BareFigure.in(asked, passages, supports);
        }
        if (fit.isEmpty()) {
            fit = supported(asked, ranked, supports);
        }
        return fit.isEmpty()
                ? new Refused(RefusalRule.unmet(asked, ranked, passages))
                : new Fit(fit);
    }

    private static List<Match> supported(Asked asked, List<Match> ranked, Supports supports) {
        return ranked.stream()
                .filter(
                        match ->
                                RefusalRule.isSupported(
                                        asked, match, supports.of(match.candidate().passage())))
                .toList();
    }

    /// Where it is asked how many, only what counts them.
    private static List<Match> counting(Asked asked, List<Match> ranked) {
        Optional<Count> count = Count.askedBy(asked);
        return count.isEmpty()
                ? ranked
                : ranked.stream().filter(match -> count.get().isIn(match.candidate())).toList();
    }
}
