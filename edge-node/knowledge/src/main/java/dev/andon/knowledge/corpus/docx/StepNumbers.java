package dev.andon.knowledge.corpus.docx;

import dev.andon.knowledge.corpus.docx.Numbering.Label;

import java.util.TreeMap;

/// Gives the steps of a nested list the number of the step above them: `a` below `3` is `3.a`.
final class StepNumbers {
    private final TreeMap<Integer, String> open = new TreeMap<>();

    /// A new section begins.
    void reset() {
        open.clear();
    }

    /// The whole number of a step.
    ///
    /// @param step of the label
    String of(Label label, String step) {
        open.tailMap(label.depth(), true).clear();
        boolean below = !label.whole() && !open.isEmpty() && isNumber(open.lastEntry().getValue());
        String number = below ? open.lastEntry().getValue() + "." + step : step;
        open.put(label.depth(), number);
        return number;
    }

    private static boolean isNumber(String above) {
        return Character.isDigit(above.charAt(0));
    }
}
