package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.fact.Fact.Value;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measure.Relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins the minimum and the maximum of a row to the range that they are.
final class Limits {
    /// The value in a column of minima or maxima.
    record Limit(Column column, Value value) {}

    private static final Pattern WITH_UNIT = Pattern.compile("(.*?\\p{Nd})(\\s\\P{Nd}*)");

    private Limits() {}

    /// A range for each pair of columns that differ in nothing but minimum and maximum.
    static List<Value> ranges(List<Limit> limits) {
        List<Value> ranges = new ArrayList<>();
        for (Limit low : limits) {
            for (Limit high : limits) {
                if (pair(low, high)) {
                    between(low.value, high.value).ifPresent(ranges::add);
                }
            }
        }
        return ranges;
    }

    private static boolean pair(Limit low, Limit high) {
        return low.column.is(Header.MINIMUM)
                && high.column.is(Header.MAXIMUM)
                && low.column.scope().equals(high.column.scope());
    }

    private static Optional<Value> between(Value low, Value high) {
        Measure from = low.measure();
        Measure to = high.measure();
        boolean range =
                from.relation() == Relation.AT_LEAST
                        && to.relation() == Relation.AT_MOST
                        && from.unit().equals(to.unit())
                        && from.from().compareTo(to.from()) < 0;
        List<String> both = low.conditions().stream().filter(high.conditions()::contains).toList();
        return range
                ? Optional.of(
                        new Value(
                                low.subject(),
                                both,
                                low.quantity(),
                                new Measure(Relation.RANGE, from.from(), to.from(), to.unit()),
                                written(low.written(), high.written()),
                                low.span()))
                : Optional.empty();
    }

    /// The unit once, where both are written with the same one: `22 – 25 N·m`.
    private static String written(String low, String high) {
        Matcher first = WITH_UNIT.matcher(low);
        Matcher second = WITH_UNIT.matcher(high);
        boolean shared =
                first.matches() && second.matches() && first.group(2).equals(second.group(2));
        return (shared ? first.group(1) : low) + " – " + high;
    }
}
