package dev.andon.node.tts.spoken;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The units of measurement: how they are written, and said of one and of many.
final class Units {
    private record Unit(String one, String many) {}

    private static final Map<String, Unit> BY_SPELLING = new HashMap<>();
    private static final List<String> BARE = new ArrayList<>();

    static {
        for (List<String> row : Table.rows("units.tsv")) {
            for (String spelling : row.getFirst().split("\\|")) {
                BY_SPELLING.put(spelling, new Unit(row.get(1), row.get(2)));
                if (row.size() > 3) {
                    BARE.add(spelling);
                }
            }
        }
    }

    private static final String PER = "/";
    private static final String END = "(?![\\w^°]|/[A-Za-z])";

    /// Any unit or rate of two, as a group of a regex, and nothing behind it that it could be the
    /// beginning of.
    static final String UNIT = unitOf(BY_SPELLING.keySet());

    /// A unit that is one even without a number before it.
    static final String BARE_UNIT = "(?<![\\w/°-])(?=[a-zA-ZΩμ°%])" + unitOf(BARE);

    private Units() {}

    static String one(String spelling) {
        return rate(spelling, Unit::one);
    }

    static String many(String spelling) {
        return rate(spelling, Unit::many);
    }

    private static String unitOf(Collection<String> spellings) {
        return "((?:%s)(?:/(?:%s))?)%s"
                .formatted(Table.anyOf(spellings), Table.anyOf(BY_SPELLING.keySet()), END);
    }

    /// A listed unit, else one unit per another: bar/min.
    private static String rate(String spelling, Function<Unit, String> words) {
        if (BY_SPELLING.containsKey(spelling)) {
            return words.apply(unit(spelling));
        }
        int slash = spelling.lastIndexOf(PER);
        return words.apply(unit(spelling.substring(0, slash)))
                + " per "
                + unit(spelling.substring(slash + 1)).one();
    }

    private static Unit unit(String spelling) {
        Unit unit = BY_SPELLING.get(spelling);
        if (unit == null) {
            throw new IllegalArgumentException(spelling + " is not in units.tsv");
        }
        return unit;
    }
}
