package dev.andon.knowledge.measure;

import dev.andon.knowledge.measure.Measure.Relation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words and signs before or behind a figure that say how a thing relates to it.
final class Relations {
    /// A relation and where its words begin or end.
    record Said(Relation relation, int at) {}

    private static final Map<Relation, Pattern> BEFORE = new LinkedHashMap<>();
    private static final Map<Relation, Pattern> BEHIND = new LinkedHashMap<>();

    static {
        before(
                Relation.AT_LEAST,
                "at least|not? less than|not? fewer than|not below|a? ?minimum(?: of)?|min\\.?"
                        + "|>=|≥|au moins|au minimum|mindestens");
        before(
                Relation.AT_MOST,
                "at most|not? more than|not? greater than|not above|not over|a? ?maximum(?: of)?"
                        + "|max\\.?|up to|within|<=|≤|au plus|au maximum|jusqu'à|höchstens"
                        + "|maximal|bis zu");
        before(
                Relation.MORE_THAN,
                "(?:more|greater|higher|longer|larger|thicker|bigger|wider|hotter|warmer|heavier"
                        + "|faster|older|deeper|taller) than|above|over|exceed(?:s|ing)?|beyond|>"
                        + "|plus de|supérieure?s? à|mehr als|größer als|über");
        before(
                Relation.LESS_THAN,
                "(?:less|fewer|lower|shorter|smaller|thinner|narrower|colder|cooler|lighter"
                        + "|slower|younger|shallower) than|below|under|<|moins de"
                        + "|inférieure?s? à|weniger als|kleiner als|unter");
        before(
                Relation.ABOUT,
                "about|approximately|approx\\.?|roughly|around|nearly|almost|some|~|≈|ca\\.?"
                        + "|circa|environ|etwa|ungefähr");
        behind(Relation.AT_LEAST, "at least|or more|or above|or higher|minimum|min\\.?|and more");
        behind(Relation.AT_MOST, "at most|or less|or below|or lower|maximum|max\\.?|at the most");
        behind(Relation.ABOUT, "or so|approximately|approx\\.?");
    }

    private Relations() {}

    /// What is said right before this place.
    static Optional<Said> before(String text, int start) {
        return BEFORE.entrySet().stream()
                .flatMap(
                        entry -> {
                            int from = Math.max(0, start - WORDS_CHARS_MAX);
                            Matcher matcher = entry.getValue().matcher(text).region(from, start);
                            return matcher.find()
                                    ? Optional.of(new Said(entry.getKey(), matcher.start(1)))
                                            .stream()
                                    : Optional.<Said>empty().stream();
                        })
                .min((one, other) -> Integer.compare(one.at(), other.at()));
    }

    /// What is said right behind this place.
    static Optional<Said> behind(String text, int end) {
        for (Map.Entry<Relation, Pattern> entry : BEHIND.entrySet()) {
            Matcher matcher = entry.getValue().matcher(text).region(end, text.length());
            if (matcher.lookingAt()) {
                return Optional.of(new Said(entry.getKey(), matcher.end(1)));
            }
        }
        return Optional.empty();
    }

    /// No relation is longer.
    private static final int WORDS_CHARS_MAX = 30;

    private static void before(Relation relation, String words) {
        BEFORE.put(
                relation,
                Pattern.compile(
                        "(?iu)(?<![\\p{L}\\p{Nd}])(" + words + ")[ \u00a0]?(?:of |to |a )?$"));
    }

    private static void behind(Relation relation, String words) {
        BEHIND.put(relation, Pattern.compile("(?iu)[ \u00a0](" + words + ")(?![\\p{L}\\p{Nd}])"));
    }
}
