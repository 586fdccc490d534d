package dev.andon.node.tts.mary;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The American spellings of a British word, since the lexicon is American: labeller, palletise,
/// colour, metre.
final class AmericanSpelling {
    private static final Map<Pattern, String> RULES =
            Map.of(
                    Pattern.compile("our(?=$|s$|ed$|ing$|able$|less$|ful)"), "or",
                    Pattern.compile("is(?=e$|es$|ed$|er$|ers$|ing$|able$|ation)"), "iz",
                    Pattern.compile("ys(?=e$|es$|ed$|er$|ers$|ing$)"), "yz",
                    Pattern.compile("ll(?=ed$|er$|ers$|ing$)"), "l",
                    Pattern.compile("tre(?=$|s$|d$)"), "ter",
                    Pattern.compile("ogue(?=$|s$)"), "og",
                    Pattern.compile("amme(?=$|s$)"), "am",
                    Pattern.compile("inium$"), "inum",
                    Pattern.compile("ence$"), "ense",
                    Pattern.compile("^(gr)ey"), "$1ay");

    private AmericanSpelling() {}

    /// Other spellings to try; most words have none.
    static List<String> of(String word) {
        return RULES.entrySet().stream()
                .map(rule -> rule.getKey().matcher(word).replaceAll(rule.getValue()))
                .filter(other -> !other.equals(word))
                .sorted()
                .toList();
    }

    /// The first other spelling, else the word.
    static String guess(String word) {
        List<String> others = of(word);
        return others.isEmpty() ? word : others.getFirst();
    }
}
