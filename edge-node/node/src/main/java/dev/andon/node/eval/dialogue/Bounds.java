package dev.andon.node.eval.dialogue;

/// What may be true of all there is, where a share of some was counted: with 95 % confidence. By
/// Wilson; a count of nothing, or of all, by the binomial distribution itself.
///
/// @param count of the some
/// @param of how many were looked at
record Bounds(long count, long of) {
    private static final double Z = 1.959964;
    private static final double ALPHA = 0.05;

    /// The share is hardly greater than this.
    double upper() {
        if (of == 0 || count == of) {
            return 1;
        }
        return count == 0 ? 1 - Math.pow(ALPHA, 1.0 / of) : wilson(1);
    }

    /// The share is hardly less than this.
    double lower() {
        if (of == 0 || count == 0) {
            return 0;
        }
        return count == of ? Math.pow(ALPHA, 1.0 / of) : wilson(-1);
    }

    private double wilson(int side) {
        double share = (double) count / of;
        double square = Z * Z / of;
        double middle = share + square / 2;
        double half = Z * Math.sqrt(share * (1 - share) / of + square / (4 * of));
        return (middle + side * half) / (1 + square);
    }
}
