package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figure that a question of no known quantity asks for, and the sentences that give one: how
/// many of a thing, a default, the number of a parameter, the resistor to use.
record Figure(Asked asked) {
    private static final double COUNTED_BONUS = 0.8;
    private static final double DEFAULT_BONUS = 0.4;
    private static final double ANY_BONUS = 0.3;

    private static final Pattern DEFAULT =
            Pattern.compile("(?iu)\\b(?:default|defaults|factory)\\b");

    /// What is told by a number or by a name in capitals, but for the word `default`.
    private static final Pattern FIGURE =
            Pattern.compile(
                    "(?iu)\\b(?:which|what)(?:'s| is| are)? (?:the )?(?:\\p{L}+"
                        + " )?(?:parameter|register"
                        + "|variable|address|number|value|port|resistors?|capacitors?|baud)\\b|\\b(?:parameter|register|port)"
                        + " number\\b");

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._-])[-−]?\\p{Nd}+(?:[.,]\\p{Nd}+)*(?![\\p{N}]|[.,]\\p{Nd})");

    /// A default said without its unit: `(default 1410)`, `defaults to 0.5`, `default: 1000`.
    private static final Pattern STATED_DEFAULT =
            Pattern.compile(
                    "(?iu)\\bdefaults?(?: (?:value|interval|setting))?(?: (?:is|of|to)|:|,| =)?"
                            + "\\s*[-−]?\\p{Nd}");

    /// What giving the figure adds to the score of a candidate.
    double bonus(Candidate candidate) {
        Optional<Count> count = Count.askedBy(asked);
        if (count.isPresent()) {
            return count.get().isIn(candidate) ? COUNTED_BONUS : 0;
        }
        if (!(candidate instanceof Candidate.Sentence(_, String text, _, _))) {
            return 0;
        }
        String question = asked.question().text();
        if (DEFAULT.matcher(question).find()) {
            return statesDefault(text) ? DEFAULT_BONUS : 0;
        }
        return FIGURE.matcher(question).find() && hasNewNumber(text, asked) ? ANY_BONUS : 0;
    }

    /// Whether a sentence gives a default without a unit.
    static boolean statesDefault(String text) {
        return STATED_DEFAULT.matcher(text).find();
    }

    /// Whether a question asks for a default.
    static boolean isDefaultAsked(Asked asked) {
        return DEFAULT.matcher(asked.question().text()).find();
    }

    /// Whether a text gives a number that the question has not, in digits or in words.
    static boolean isToldIn(String text, Asked asked) {
        return hasNewNumber(text, asked)
                || Words.tokens(text).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(Count.NUMBERS::contains);
    }

    /// Whether a text has a number that the question has not.
    static boolean hasNewNumber(String text, Asked asked) {
        Set<String> numbers = new LinkedHashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(Words.canonical(matcher.group()));
        }
        asked.tokens().forEach(token -> numbers.remove(Words.canonical(token)));
        return !numbers.isEmpty();
    }
}
