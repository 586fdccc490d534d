package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Short forms: p. 12, Fig. 3, Rev. C, max., approx., e.g., § 4.2 and #5.
final class Abbreviations {
    private static final String ANYTHING = "(?!\\w)";

    private Abbreviations() {}

    static List<UnaryOperator<String>> rules() {
        return Stream.concat(
                        Stream.<UnaryOperator<String>>of(
                                Rule.of("§\\s?§", "sections"),
                                Rule.of("§", "section"),
                                Rule.of("#(?=\\s?\\d)", "number"),
                                Rule.of("(?<![\\d.,])\\$(?!\\d)", "dollar")),
                        Table.rows("abbreviations.tsv").stream().map(Abbreviations::rule))
                .toList();
    }

    private static UnaryOperator<String> rule(List<String> row) {
        String written = row.getFirst();
        String next = row.size() > 2 ? "(?=" + row.get(2) + ")" : ANYTHING;
        Rule rule = Rule.of("(?<![\\w.'])" + Pattern.quote(written) + next, row.get(1));
        // There are many of them, and few in a sentence.
        return text -> text.contains(written) ? rule.apply(text) : text;
    }
}
