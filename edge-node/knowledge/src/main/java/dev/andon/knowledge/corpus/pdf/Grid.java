package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.List;

/// A drawn grid: the places of its lines, and which stretches of them are really drawn.
///
/// @param xs of the vertical lines, from the left
/// @param ys of the horizontal lines, from the top
record Grid(List<Float> xs, List<Float> ys, List<Rule> rules) {
    /// Lines nearer than this are the two sides of one border.
    private static final float SAME = 4;

    /// Fewer horizontal rules are an underlined title, not a table.
    private static final int OPEN_SIDES_MIN = 3;

    Grid {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        rules = List.copyOf(rules);
    }

    static Grid of(List<Rule> rules) {
        return new Grid(openSides(rules, places(rules, false)), places(rules, true), rules);
    }

    private static List<Float> places(List<Rule> rules, boolean horizontal) {
        List<Float> places = new ArrayList<>();
        rules.stream()
                .filter(rule -> rule.horizontal() == horizontal)
                .map(Rule::at)
                .sorted()
                .forEach(
                        at -> {
                            if (places.isEmpty() || at - places.getLast() > SAME) {
                                places.add(at);
                            }
                        });
        return places;
    }

    /// Many tables have no rule at their left and right: they end where most of their horizontal
    /// rules end.
    private static List<Float> openSides(List<Rule> rules, List<Float> xs) {
        List<Rule> across = rules.stream().filter(Rule::horizontal).toList();
        List<Float> all = new ArrayList<>(xs);
        if (!xs.isEmpty() && across.size() >= OPEN_SIDES_MIN) {
            float left = across.stream().map(Rule::from).min(Float::compare).orElseThrow();
            float right = across.stream().map(Rule::to).max(Float::compare).orElseThrow();
            long fromLeft = across.stream().filter(r -> r.from() - left <= SAME).count();
            long toRight = across.stream().filter(r -> right - r.to() <= SAME).count();
            if (xs.getFirst() - left > SAME && fromLeft * 2 > across.size()) {
                all.addFirst(left);
            }
            if (right - xs.getLast() > SAME && toRight * 2 > across.size()) {
                all.addLast(right);
            }
        }
        return all;
    }

    int columns() {
        return xs.size() - 1;
    }

    int rows() {
        return ys.size() - 1;
    }

    Area area() {
        return new Area(xs.getFirst(), ys.getFirst(), xs.getLast(), ys.getLast());
    }

    /// Which cell of the grid holds the word, as row * columns + column.
    int cell(Word word) {
        return index(ys, word.height()) * columns() + index(xs, word.middle());
    }

    private static int index(List<Float> places, float at) {
        int index = 0;
        while (index + 2 < places.size() && places.get(index + 1) <= at) {
            index++;
        }
        return index;
    }

    /// Whether a line is drawn between a cell and the one to its right.
    boolean closedToTheRight(int row, int column) {
        return drawn(false, xs.get(column + 1), (ys.get(row) + ys.get(row + 1)) / 2);
    }

    /// Whether a line is drawn between a cell and the one below.
    boolean closedBelow(int row, int column) {
        return drawn(true, ys.get(row + 1), (xs.get(column) + xs.get(column + 1)) / 2);
    }

    private boolean drawn(boolean horizontal, float at, float through) {
        return rules.stream()
                .anyMatch(
                        rule ->
                                rule.horizontal() == horizontal
                                        && Math.abs(rule.at() - at) <= SAME
                                        && rule.from() <= through
                                        && rule.to() >= through);
    }
}
