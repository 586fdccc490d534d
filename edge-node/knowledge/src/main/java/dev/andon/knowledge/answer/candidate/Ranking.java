package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.evidence.Supports;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Asked.Kind;
import dev.andon.knowledge.answer.words.Opposites;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.retrieval.Passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Ranks the candidates of a question's passages.
///
/// A candidate is out, whatever its score, when
/// - a token of the question (`M10`, `E-42`, a number) stands neither in it nor in its headings, or
///   it is about another code ([Designation]),
/// - it says the opposite of an asked condition (dry for lubricated, minimum for maximum),
/// - it has not the form that is wanted ([WantedForm]): a value, a part's number, steps,
/// - it tells nothing ([Telling]).
///
/// The score is the share of the question's words that it has ([Cover]), its own words more than
/// its caption's, those more than its headings' (of steps the heading's most); plus what its form
/// and its being about the asked code or name add; plus a little for a good place in the retrieval.
public final class Ranking {
    private static final double RETRIEVAL_BONUS = 0.15;
    private static final double SUPPORT_BONUS = 0.1;

    private final Asked asked;
    private final List<Passage> passages;
    private final Supports supports;
    private final List<Candidate> candidates;
    private final Cover cover;
    private final Telling telling;
    private final WantedForm form;
    private final Designation designation;

    private Ranking(Asked asked, List<Passage> passages, Supports supports) {
        this.asked = asked;
        this.passages = passages;
        this.supports = supports;
        this.candidates = CandidateSentences.of(passages);
        this.cover = new Cover(asked, candidates);
        this.telling = new Telling(asked, supports);
        this.form = WantedForm.of(asked);
        this.designation = new Designation(asked);
    }

    /// The candidates that are not out, best first.
    public static List<Match> rank(Asked asked, List<Passage> passages, Supports supports) {
        Ranking ranking = new Ranking(asked, passages, supports);
        List<Match> matches = new ArrayList<>();
        for (Candidate candidate : ranking.candidates) {
            ranking.match(candidate).ifPresent(matches::add);
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed());
        return matches;
    }

    private Optional<Match> match(Candidate candidate) {
        CandidateText text = new CandidateText(asked, candidate);
        OptionalDouble ofForm = form.bonus(candidate);
        if (ofForm.isEmpty()
                || isAboutAnother(candidate, text)
                || !telling.tells(candidate, text)) {
            return Optional.empty();
        }
        double score =
                cover.score(text)
                        + ofForm.getAsDouble()
                        + designation.bonus(candidate)
                        + new Definition(asked).bonus(candidate)
                        + new Condition(asked).bonus(candidate)
                        + place(candidate)
                        + support(candidate);
        return Optional.of(new Match(candidate, score, cover.missing(candidate, text)));
    }

    private boolean isAboutAnother(Candidate candidate, CandidateText text) {
        return !supports.of(candidate.passage()).named()
                || !text.tokens.containsAll(asked.tokens().stream().map(Words::canonical).toList())
                || designation.isOfAnother(candidate)
                || Opposites.contradict(asked.words(), text.own, text.around);
    }

    /// In running text the section counts more than the sentence; of each manual the best section
    /// is equal.
    private double support(Candidate candidate) {
        boolean text = asked.kind() == Kind.OPEN || asked.kind() == Kind.HOW_TO;
        return text ? SUPPORT_BONUS * supports.behindTheBest(candidate.passage()) : 0;
    }

    private double place(Candidate candidate) {
        int rank = passages.indexOf(candidate.passage());
        return RETRIEVAL_BONUS * (1 - (double) rank / passages.size());
    }
}
