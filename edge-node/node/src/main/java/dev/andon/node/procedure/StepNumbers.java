package dev.andon.node.procedure;

import dev.andon.knowledge.measure.Measure.Relation;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the number of a step out of words: `three`, `drei`, `3`, `three a`, `three point one`.
final class StepNumbers {
    private static final Pattern PRINTED = Pattern.compile("\\d{1,3}(?:\\.(?:\\d{1,3}|[a-z]))*");
    private static final Pattern POINT = Pattern.compile(" (?:point|dot|punkt) ");
    private static final Pattern LETTER = Pattern.compile("[a-z]");

    /// Numbers that are articles or adjectives elsewhere, and so no measures.
    private static final Map<String, String> ONLY_HERE =
            Map.of(
                    "un", "1", "une", "1", "ein", "1", "eins", "1", "one", "1", "zwo", "2", "neuf",
                    "9");

    private StepNumbers() {}

    /// The number as manuals print it; empty if the words are no number, or more than one.
    static Optional<String> of(String words) {
        List<String> parts = new ArrayList<>();
        for (String part : POINT.split(words.toLowerCase(java.util.Locale.ROOT))) {
            int last = part.lastIndexOf(' ');
            boolean letter = last > 0 && LETTER.matcher(part.substring(last + 1)).matches();
            Optional<String> number = number(letter ? part.substring(0, last) : part);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            parts.add(number.get());
            if (letter) {
                parts.add(part.substring(last + 1));
            }
        }
        return Optional.of(String.join(".", parts));
    }

    private static Optional<String> number(String words) {
        if (PRINTED.matcher(words).matches() || LETTER.matcher(words).matches()) {
            return Optional.of(words);
        }
        String known = ONLY_HERE.get(words);
        return known == null ? inWords(words) : Optional.of(known);
    }

    private static Optional<String> inWords(String words) {
        List<Found> found = Measures.in(words);
        if (found.size() != 1 || found.getFirst().written().length() != words.length()) {
            return Optional.empty();
        }
        var measure = found.getFirst().measure();
        boolean whole =
                measure.relation() == Relation.EXACTLY
                        && measure.unit().isEmpty()
                        && measure.from().scale() <= 0;
        return whole ? Optional.of(measure.from().toPlainString()) : Optional.empty();
    }
}
