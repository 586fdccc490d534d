package dev.andon.knowledge.answer.candidate;

import java.util.List;
import java.util.regex.Pattern;

/// Whether an instruction does the opposite of what is to be done: on for off, start for stop.
final class Direction {
    private static final List<Pair> PAIRS =
            List.of(
                    new Pair(word("on"), word("off")),
                    new Pair(word("enabl(?:e|es|ed|ing)"), word("disabl(?:e|es|ed|ing)")),
                    new Pair(word("start(?:s|ed|ing)?"), word("stop(?:s|ped|ping)?")),
                    new Pair(word("increas(?:e|es|ed|ing)"), word("decreas(?:e|es|ed|ing)")));

    private record Pair(Pattern one, Pattern other) {
        boolean isOpposite(String question, String said) {
            return has(one, other, question) && has(other, one, said)
                    || has(other, one, question) && has(one, other, said);
        }

        private static boolean has(Pattern word, Pattern opposite, String text) {
            return word.matcher(text).find() && !opposite.matcher(text).find();
        }
    }

    private Direction() {}

    /// Whether a sentence says the one and a question the other.
    static boolean isOpposite(String question, String sentence) {
        return PAIRS.stream().anyMatch(pair -> pair.isOpposite(question, sentence));
    }

    /// `on` is a direction behind `turn`, `switch` and at the end of a clause only.
    private static Pattern word(String word) {
        return word.equals("on")
                ? Pattern.compile(
                        "(?iu)\\b(?:turn|switch|power)(?:s|ed|ing)?"
                                + " on\\b|\\bon(?=\\s*(?:[.,;?!]|$))")
                : Pattern.compile("(?iu)\\b" + word + "\\b");
    }
}
