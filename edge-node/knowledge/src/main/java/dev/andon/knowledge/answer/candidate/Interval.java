package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;

import java.util.Set;
import java.util.regex.Pattern;

/// Finds how often a work is done.
public final class Interval {
    private static final Set<String> HEADERS =
            Words.content(
                    "interval frequency every period périodicité intervalle intervall turnus");
    private static final Pattern SAID =
            Pattern.compile(
                    "(?iu)\\b(?:every|each|daily|weekly|monthly|yearly|chaque|tous|toutes|alle"
                            + "|jede[nrsm]?|täglich|wöchentlich|monatlich|jährlich)\\b|\\p{Nd}"
                            + " ?(?:h|hours|days|weeks|months|years|heures|jours|semaines|mois|ans"
                            + "|Stunden|Tage|Wochen|Monate|Jahre)\\b");

    /// How often a control does something by itself: `how often it polls (default 0.1 seconds)`.
    private static final Pattern OFTEN =
            Pattern.compile("(?iu)\\bhow often\\b|\\p{Nd} ?(?:minutes|seconds|ms|s)\\b");

    private static final Pattern ASKS_OFTEN = Pattern.compile("(?iu)\\bhow often\\b");

    private Interval() {}

    /// Whether a row has a column of intervals, or a sentence says how often or when.
    static boolean isIn(Candidate candidate, Asked asked) {
        return switch (candidate) {
            case Candidate.Row row ->
                    row.table().header().stream()
                            .anyMatch(
                                    header ->
                                            Words.content(header).stream()
                                                    .anyMatch(HEADERS::contains));
            case Candidate.Sentence sentence ->
                    SAID.matcher(sentence.text()).find()
                            || ASKS_OFTEN.matcher(asked.question().text()).find()
                                    && OFTEN.matcher(sentence.text()).find();
            case Candidate.Steps _ -> false;
        };
    }
}
