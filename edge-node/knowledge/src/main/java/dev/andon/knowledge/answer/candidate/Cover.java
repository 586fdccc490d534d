package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Asked.Kind;
import dev.andon.knowledge.corpus.Manual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much of a question's words a candidate has, rare words weighing more.
final class Cover {
    private static final double PRECISION_BONUS = 0.2;

    private final Asked asked;
    private final int candidates;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final Map<Long, Set<String>> wordsOf = new HashMap<>();

    Cover(Asked asked, List<Candidate> candidates) {
        this.asked = asked;
        this.candidates = candidates.size();
        for (Candidate candidate : candidates) {
            Manual manual = candidate.passage().manual();
            for (String word : asked.content(manual, candidate.quote())) {
                frequency.merge(word, 1, Integer::sum);
            }
        }
    }

    /// The share of the words that it has, and a little for having no others: the shorter of two
    /// rows that fit equally is the better one.
    double score(CandidateText text) {
        return share(text) + PRECISION_BONUS * precision(text);
    }

    private double share(CandidateText text) {
        double all = 0;
        double found = 0;
        for (String word : asked.scored()) {
            double weight = weight(word);
            all += weight;
            found += weight * text.has(word);
        }
        return all == 0 ? 0 : found / all;
    }

    private double weight(String word) {
        return Math.log(1 + (1.0 + candidates) / (1 + frequency.getOrDefault(word, 0)));
    }

    private double precision(CandidateText text) {
        long shared = text.own.stream().filter(asked.words()::contains).count();
        return text.own.isEmpty() ? 0 : (double) shared / text.own.size();
    }

    /// The words that neither a candidate nor the place where it stands has.
    Set<String> missing(Candidate candidate, CandidateText text) {
        boolean cell =
                candidate instanceof Candidate.Row row && !AskedCell.columns(asked, row).isEmpty();
        if (asked.kind() == Kind.FAULT || cell) {
            return Set.of();
        }
        boolean runningText = asked.kind() == Kind.OPEN || asked.kind() == Kind.HOW_TO;
        Set<String> missing = new HashSet<>(runningText ? asked.essential() : asked.subject());
        missing.removeAll(text.own);
        if (asked.kind() == Kind.PART) {
            return missing;
        }
        missing.removeAll(text.around);
        boolean inContext =
                candidate instanceof Candidate.Sentence
                        && asked.kind() == Kind.OPEN
                        && !asked.wantsInterval()
                        && asked.focus().isEmpty();
        if (inContext || candidate instanceof Candidate.Steps) {
            missing.removeAll(ofPassage(candidate));
        }
        return missing;
    }

    private Set<String> ofPassage(Candidate candidate) {
        return wordsOf.computeIfAbsent(
                candidate.passage().id(),
                _ -> asked.content(candidate.passage().manual(), candidate.passage().text()));
    }
}
