package dev.andon.knowledge.corpus.fact;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the words for what is measured. A word counts only beside a unit that it comes in: the
/// pressure of "Pipe flange, pressure side: 48 N·m" is part of a name.
final class Quantities {
    /// The words for one quantity, and its units.
    private record Quantity(Pattern words, Set<String> units) {}

    private static final List<String> KEYS =
            List.of(
                    "torque",
                    "pressure",
                    "length",
                    "temperature",
                    "voltage",
                    "current",
                    "power",
                    "speed",
                    "flow",
                    "volume",
                    "mass",
                    "force",
                    "frequency",
                    "time",
                    "angle",
                    "resistance",
                    "noise");
    private static final List<Quantity> ALL = KEYS.stream().map(Quantities::load).toList();

    /// The words for all quantities, to be found where no unit is known.
    static final String WORDS =
            KEYS.stream()
                    .map(key -> WordList.of("quantity." + key).alternatives())
                    .collect(Collectors.joining("|", "(?:", ")"));

    private static final Pattern ANY =
            Pattern.compile(WORDS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Quantities() {}

    private static Quantity load(String key) {
        Set<String> units = Stream.of(WordList.phrases("units." + key)).collect(Collectors.toSet());
        return new Quantity(WordList.of("quantity." + key).anywhere(), units);
    }

    /// The last word for a quantity of this unit, as written; empty if there is none.
    ///
    /// @param unit UCUM code
    static String in(String text, String unit) {
        return ALL.stream()
                .filter(quantity -> quantity.units.contains(unit))
                .map(quantity -> last(quantity.words, text))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Whether lengths come in a unit.
    static boolean isLength(String unit) {
        return ALL.get(KEYS.indexOf("length")).units.contains(unit);
    }

    /// The last word for any quantity, as written; empty if there is none.
    static String anyIn(String text) {
        return last(ANY, text);
    }

    private static String last(Pattern words, String text) {
        Matcher matcher = words.matcher(text);
        String last = "";
        while (matcher.find()) {
            last = matcher.group();
        }
        return last;
    }
}
