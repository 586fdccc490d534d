package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/// Gives the steps of a nested list the number of the step above them: `1.` below `3.` is `3.1`.
final class StepNumbers {
    /// Text edges nearer than this are the same depth, in points.
    private static final float SAME_DEPTH = 6;

    private record Open(float left, String number) {}

    private final List<Open> open = new ArrayList<>();

    /// A new section begins.
    void reset() {
        open.clear();
    }

    /// The whole number of a step.
    ///
    /// @param printed as it stands before the step
    /// @param left where the step's text begins
    String number(String printed, float left) {
        open.removeIf(step -> step.left >= left - SAME_DEPTH);
        boolean whole = printed.contains(".") || open.isEmpty() || !startsWithDigit();
        String number = whole ? printed : open.getLast().number + "." + printed;
        open.add(new Open(left, number));
        return number;
    }

    private boolean startsWithDigit() {
        return Character.isDigit(open.getLast().number.charAt(0));
    }
}
