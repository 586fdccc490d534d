package dev.andon.config.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody meant to write.
public final class Nearest {
    /// What stands behind is not compared: nobody misspells that much.
    private static final int LETTERS_MAX = 100;

    private Nearest() {}

    /// The candidate with the fewest changed letters, case aside; empty if there is no candidate.
    public static Optional<String> of(String written, Collection<String> candidates) {
        return candidates.stream()
                .min(
                        Comparator.<String>comparingInt(candidate -> distance(written, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// As above for paths such as `web.port`: also a right key in the wrong section is found.
    public static Optional<String> ofPath(String written, Collection<String> candidates) {
        return candidates.stream()
                .min(
                        Comparator.<String>comparingInt(
                                        candidate -> pathDistance(written, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private static int pathDistance(String written, String candidate) {
        int moved = 1 + distance(lastPart(written), lastPart(candidate));
        return Math.min(distance(written, candidate), moved);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// Letters to insert, delete, replace or swap with their neighbour.
    static int distance(String one, String other) {
        String a = comparable(one);
        String b = comparable(other);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static String comparable(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(lower.length(), LETTERS_MAX));
    }

    private static int cheapest(String a, String b, int[][] cost, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
