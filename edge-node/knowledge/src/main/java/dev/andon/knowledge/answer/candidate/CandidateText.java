package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.retrieval.Passage;

import java.util.HashSet;
import java.util.Set;

/// The words of a candidate and of what stands around it.
public final class CandidateText {
    private static final double OWN = 1.0;
    private static final double FRAME = 0.8;
    private static final double PLACE = 0.6;

    final Set<String> own;
    final Set<String> frame;
    final Set<String> around;
    private final Set<String> heading;
    final Set<String> tokens;
    private final boolean steps;

    CandidateText(Asked asked, Candidate candidate) {
        steps = candidate instanceof Candidate.Steps;
        Passage passage = candidate.passage();
        Manual manual = passage.manual();
        heading = asked.content(manual, passage.heading());
        String place =
                String.join(" ", passage.path())
                        + " "
                        + manual.title()
                        + " "
                        + String.join(" ", manual.models());
        own = asked.content(manual, candidate.quote());
        frame = asked.content(manual, candidate.frame());
        around = new HashSet<>(frame);
        around.addAll(asked.content(manual, place));
        tokens =
                Words.canonicalTokens(
                        candidate.quote() + " . " + candidate.frame() + " . " + place);
    }

    boolean isHeadedByOneOf(Set<String> words) {
        return words.stream().anyMatch(heading::contains);
    }

    /// How well a word is met, 0 to 1.
    double has(String word) {
        if (steps && !heading.contains(word)) {
            return own.contains(word) || around.contains(word) ? PLACE : 0;
        }
        if (steps || own.contains(word)) {
            return OWN;
        }
        return frame.contains(word) ? FRAME : around.contains(word) ? PLACE : 0;
    }
}
