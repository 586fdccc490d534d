package dev.andon.node.procedure;

import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measure.Relation;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;

import java.math.BigDecimal;
import java.util.List;

/// The figures that a step states, to hold a spoken value against. Figures with units count; bare
/// numbers only where no figure has a unit. `About` states nothing that could be held against.
record StatedFigures(List<Measure> stated) {
    /// How a value fits.
    enum Fit {
        /// The step states no figure.
        NOTHING_STATED,
        /// The value is not as stated, or not in the unit of the manual, or no value at all.
        NOT_MET,
        MET
    }

    static StatedFigures of(String text) {
        List<Measure> all =
                Measures.in(text).stream()
                        .map(Found::measure)
                        .filter(measure -> measure.relation() != Relation.ABOUT)
                        .toList();
        List<Measure> withUnit = all.stream().filter(m -> !m.unit().isEmpty()).toList();
        return new StatedFigures(withUnit.isEmpty() ? all : withUnit);
    }

    /// Whether a value alone tells what it is the value of: all figures have one unit.
    boolean bindsValue() {
        List<String> units = stated.stream().map(Measure::unit).distinct().toList();
        return units.size() == 1 && !units.getFirst().isEmpty();
    }

    Fit fit(String said) {
        if (stated.isEmpty()) {
            return Fit.NOTHING_STATED;
        }
        List<Found> values = Measures.in(said);
        boolean met = !values.isEmpty() && values.stream().allMatch(v -> meets(v.measure()));
        return met ? Fit.MET : Fit.NOT_MET;
    }

    private boolean meets(Measure value) {
        List<Measure> sameUnit =
                stated.stream().filter(each -> each.unit().equals(value.unit())).toList();
        return !sameUnit.isEmpty() && sameUnit.stream().allMatch(each -> meets(value, each));
    }

    private static boolean meets(Measure value, Measure stated) {
        return value.equals(stated)
                || value.relation() == Relation.EXACTLY && isWithin(value.from(), stated);
    }

    private static boolean isWithin(BigDecimal figure, Measure stated) {
        int from = figure.compareTo(stated.from());
        int to = figure.compareTo(stated.to());
        return switch (stated.relation()) {
            case EXACTLY -> from == 0;
            case AT_LEAST -> from >= 0;
            case AT_MOST -> from <= 0;
            case MORE_THAN -> from > 0;
            case LESS_THAN -> from < 0;
            case RANGE -> from >= 0 && to <= 0;
            case TOLERANCE -> figure.subtract(stated.from()).abs().compareTo(stated.to()) <= 0;
            case ABOUT -> false;
        };
    }
}
