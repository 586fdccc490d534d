package dev.andon.knowledge.corpus.pdf;

/// A drawn straight line, horizontal or vertical.
///
/// @param at its height if horizontal, else its distance from the left edge
/// @param from where it begins along itself
/// @param to where it ends along itself
record Rule(boolean horizontal, float at, float from, float to) {
    /// Rules nearer than this touch.
    static final float TOUCH = 2.5f;

    boolean touches(Rule other) {
        if (horizontal == other.horizontal) {
            return Math.abs(at - other.at) <= TOUCH
                    && from <= other.to + TOUCH
                    && other.from <= to + TOUCH;
        }
        return at >= other.from - TOUCH
                && at <= other.to + TOUCH
                && other.at >= from - TOUCH
                && other.at <= to + TOUCH;
    }
}
