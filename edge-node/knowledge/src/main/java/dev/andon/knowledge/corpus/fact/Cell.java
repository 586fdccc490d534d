package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measure.Relation;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;

import java.util.List;
import java.util.regex.Pattern;

/// The figures of one cell, with the unit that stands elsewhere.
final class Cell {
    /// A figure as the cell and its unit write it together.
    record Figure(Measure measure, String written) {}

    private static final Pattern SIDES = Pattern.compile("\\p{Nd}\\s?[×x]\\s?\\p{Nd}");

    private Cell() {}

    /// The figures of a cell.
    ///
    /// @param unit of all of it; empty if the cell has its own or there is none
    static List<Figure> measures(String cell, String unit, Column column) {
        String whole = Figures.hasUnit(cell) || unit.isEmpty() ? cell : cell + " " + unit;
        List<Found> found = Measures.in(whole);
        boolean sized = SIDES.matcher(cell).find() && found.stream().anyMatch(Cell::isMeasured);
        String sides = sized ? lengthOf(found) : "";
        return found.stream()
                .filter(one -> one.start() < cell.length())
                .filter(one -> isMeasured(one) || sized || isWhole(one, cell))
                .map(one -> figure(one, whole, sides, column))
                .toList();
    }

    private static boolean isMeasured(Found found) {
        return !found.measure().unit().isEmpty();
    }

    /// A figure without a unit is one if nothing else stands in its cell: `131 (0x83)` is a code.
    private static boolean isWhole(Found found, String cell) {
        return found.start() == 0 && found.end() >= cell.length();
    }

    /// The unit of the last side holds for all: `700 × 600 mm`. Phases have none: `3 × 400 V`.
    private static String lengthOf(List<Found> found) {
        Found last = found.getLast();
        String written = last.written().replaceFirst("^[^\\p{L}]+", "");
        return Quantities.isLength(last.measure().unit()) ? written : "";
    }

    private static Figure figure(Found found, String whole, String sides, Column column) {
        boolean bare = found.measure().unit().isEmpty();
        if (bare && !sides.isEmpty()) {
            Found side = Measures.in(found.written() + " " + sides).getFirst();
            return new Figure(limited(side.measure(), column), side.written());
        }
        String written =
                bare && isLast(found, whole) ? whole.substring(found.start()) : found.written();
        return new Figure(limited(found.measure(), column), written);
    }

    /// Whether no other figure follows: what does follow is a unit that nobody measures in, as in
    /// `24 bottles/h`, or a remark.
    private static boolean isLast(Found found, String whole) {
        return whole.substring(found.end()).chars().noneMatch(Character::isDigit);
    }

    /// The figure of a column of minima is what is needed at least.
    private static Measure limited(Measure measure, Column column) {
        if (measure.relation() != Relation.EXACTLY) {
            return measure;
        }
        Relation relation =
                column.is(Header.MINIMUM)
                        ? Relation.AT_LEAST
                        : column.is(Header.MAXIMUM) ? Relation.AT_MOST : Relation.EXACTLY;
        return new Measure(relation, measure.from(), measure.to(), measure.unit());
    }
}
