package dev.andon.node.bench;

import java.util.Arrays;

/// Percentiles of measured values, by linear interpolation between the nearest ranks (type 7).
public final class Percentiles {
    private final double[] sorted;

    /// These values, in any order.
    public Percentiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /// The value that this share of them is below.
    ///
    /// @param share 0.5 for the median
    public double at(double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
