package dev.andon.node.procedure;

import java.util.Comparator;

/// How well a title has what somebody calls a procedure.
///
/// @param met words that it has
/// @param wanted words that were said
/// @param share of the title's own words that were said, 0 to 1
/// @param numbered whether the number of its section was said
record TitleFit(int met, int wanted, double share, boolean numbered)
        implements Comparable<TitleFit> {
    /// A title with less than half of the words is not near.
    private static final double NEAR_MIN = 0.5;

    private static final Comparator<TitleFit> ORDER =
            Comparator.comparing(TitleFit::numbered)
                    .thenComparingDouble(TitleFit::cover)
                    .thenComparingDouble(TitleFit::share);

    /// Every word was met, or nothing but the number was said.
    boolean whole() {
        return met == wanted && (wanted > 0 || numbered);
    }

    /// The title is what was said, and nothing else.
    boolean exact() {
        return whole() && (numbered || share >= 1);
    }

    boolean near() {
        return numbered || cover() >= NEAR_MIN;
    }

    /// The better one is larger.
    @Override
    public int compareTo(TitleFit other) {
        return ORDER.compare(this, other);
    }

    private double cover() {
        return wanted == 0 ? 0 : (double) met / wanted;
    }
}
