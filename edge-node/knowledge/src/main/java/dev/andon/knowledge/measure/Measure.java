package dev.andon.knowledge.measure;

import java.math.BigDecimal;

/// A figure with its unit, comparable: equal measures say the same, however they are written.
///
/// Nothing is converted: 1 bar and 100 kPa are different measures, since a manual's figure must be
/// said in the manual's unit.
///
/// @param relation how the thing relates to the figure
/// @param from the figure; of a range its lower end, of a tolerance the nominal figure; without
///     trailing zeros
/// @param to the upper end of a range or the tolerance; equal to `from` otherwise
/// @param unit UCUM code (`N.m`, `bar`, `mm`, `Cel`, `%`); empty for a bare number
public record Measure(Relation relation, BigDecimal from, BigDecimal to, String unit) {
    public Measure {
        from = plain(from);
        to = plain(to);
    }

    private static BigDecimal plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// How a thing relates to the figure.
    public enum Relation {
        /// 45 N·m
        EXACTLY,
        /// about 45 N·m
        ABOUT,
        /// at least 45 N·m, &gt;= 45, min. 45
        AT_LEAST,
        /// at most 45 N·m, &lt;= 45, max. 45, up to 45
        AT_MOST,
        /// more than 45
        MORE_THAN,
        /// less than 45
        LESS_THAN,
        /// 40 to 45 N·m
        RANGE,
        /// 45 ± 2 N·m
        TOLERANCE
    }
}
