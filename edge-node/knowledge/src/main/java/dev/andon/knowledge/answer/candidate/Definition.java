package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a thing is or does: the sentence that has it as its subject, `The trajectory planner is
/// ...`, rather than one that mentions it.
record Definition(Asked asked) {
    private static final double DEFINITION_BONUS = 0.4;

    private static final Pattern ASKED =
            Pattern.compile(
                    "(?iu)^\\s*(?:what(?:'s| is| are)|what do(?:es)? (?=.*\\b(?:do|mean|stand"
                            + " for)\\b)|explain|define|describe)\\b");
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "(?iu)^(.{1,60}?)(?: (?:is|are|means|refers|describes?|sets?|specif(?:y|ies)"
                            + "|determines?|provides?|allows?|enables?|defines?|controls?|gives"
                            + "|stands|makes?|runs?|converts?|generates?)\\b| [-–=] |: )");

    /// A thing that is told by another, `the default for the polling interval`, has more words.
    private static final int WORDS_MAX = 3;

    /// What having it as its subject adds to the score of a candidate.
    double bonus(Candidate candidate) {
        boolean wanted =
                asked.kind() == Asked.Kind.OPEN
                        && asked.tokens().isEmpty()
                        && !asked.words().isEmpty()
                        && asked.words().size() <= WORDS_MAX
                        && ASKED.matcher(asked.question().text()).find();
        return wanted
                        && candidate instanceof Candidate.Sentence sentence
                        && isSubject(sentence.text())
                ? DEFINITION_BONUS
                : 0;
    }

    /// Whether the subject is the thing and nothing else.
    private boolean isSubject(String sentence) {
        Matcher matcher = SUBJECT.matcher(sentence);
        if (!matcher.find()) {
            return false;
        }
        Set<String> subject = Words.content(matcher.group(1));
        List<String> others =
                subject.stream().filter(word -> !asked.words().contains(word)).toList();
        return subject.containsAll(asked.essential()) && others.isEmpty();
    }
}
