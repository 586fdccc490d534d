package dev.andon.node.bench;

import org.jspecify.annotations.Nullable;

/// One measured figure.
///
/// @param name stable, `turn.first_audio_ms_p50`
/// @param value measured
/// @param unit `ms`, `MiB`, `ratio`
/// @param against what a ratio compares with, or how the figure was taken
/// @param goal that it should reach; null if there is none
/// @param met whether it does; null without a goal
public record Figure(
        String name,
        double value,
        String unit,
        @Nullable String against,
        @Nullable Double goal,
        @Nullable Boolean met) {

    /// A figure without a goal.
    public static Figure of(String name, double value, String unit, String against) {
        return new Figure(name, rounded(value), unit, against, null, null);
    }

    /// A figure that should not be above its goal.
    public static Figure atMost(
            double goal, String name, double value, String unit, String against) {
        return new Figure(name, rounded(value), unit, against, goal, value <= goal);
    }

    /// A figure that should not be below its goal.
    public static Figure atLeast(
            double goal, String name, double value, String unit, String against) {
        return new Figure(name, rounded(value), unit, against, goal, value >= goal);
    }

    private static double rounded(double value) {
        return value >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000.0;
    }
}
