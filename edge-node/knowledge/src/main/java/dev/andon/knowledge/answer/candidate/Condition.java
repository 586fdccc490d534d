package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The condition of a question, `If nothing was stored, where does it go?`, which the sentence with
/// that condition answers.
record Condition(Asked asked) {
    private static final double CONDITION_BONUS = 0.6;
    private static final Pattern CLAUSE =
            Pattern.compile(
                    "(?iu)(?:^|[\\s,])(?:if|when|unless|in case|as long as|until)\\s+"
                        + "((?:(?!\\b(?:then|where|what|how|which|who)\\b)[^,;:.?!]|[.](?=\\p{Nd}))+)");
    private static final Pattern ASKS_WHEN = Pattern.compile("(?iu)^\\s*(?:when|until)\\b");

    /// Whether the question has one.
    boolean isAsked() {
        return !ASKS_WHEN.matcher(asked.question().text()).find() && !words().isEmpty();
    }

    private Set<String> words() {
        return clauses(asked.question().text());
    }

    /// What stating it adds to the score of a candidate.
    double bonus(Candidate candidate) {
        return candidate instanceof Candidate.Sentence sentence
                        && isAsked()
                        && !Collections.disjoint(clauses(sentence.text()), words())
                ? CONDITION_BONUS
                : 0;
    }

    /// The comparable words of all conditions of a text.
    private static Set<String> clauses(String text) {
        Set<String> words = new HashSet<>();
        Matcher clause = CLAUSE.matcher(text);
        while (clause.find()) {
            words.addAll(Words.content(clause.group(1)));
        }
        return words;
    }
}
