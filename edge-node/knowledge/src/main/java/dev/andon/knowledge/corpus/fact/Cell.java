package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measure.Relation;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;

import java.util.List;

/// The figures of one cell, with the unit that stands elsewhere.
final class Cell {
    /// A figure as the cell and its unit write it together.
    record Figure(Measure measure, String written) {}

    private Cell() {}

    /// The figures of a cell.
    ///
    /// @param unit of all of it; empty if the cell has its own or there is none
    static List<Figure> measures(String cell, String unit, Column column) {
        boolean own = Figures.hasUnit(cell) || unit.isEmpty();
        List<Found> found = Measures.in(own ? cell : cell + " " + unit);
        return found.stream()
                .filter(one -> one.start() < cell.length())
                .map(one -> figure(one, cell, unit, own, column))
                .toList();
    }

    private static Figure figure(
            Found found, String cell, String unit, boolean own, Column column) {
        boolean unread = !own && found.measure().unit().isEmpty();
        String written =
                unread && found.end() >= cell.length()
                        ? cell.substring(found.start()) + " " + unit
                        : found.written();
        return new Figure(limited(found.measure(), column), written);
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
