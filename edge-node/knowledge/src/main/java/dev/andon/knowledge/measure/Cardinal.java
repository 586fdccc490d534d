package dev.andon.knowledge.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The value of the words of one whole number, in their order.
final class Cardinal {
    private static final int DOZEN = 12;

    private final Map<String, Integer> small;
    private final Map<String, Long> scales;
    private long total;
    private long group;
    private long below = Long.MAX_VALUE;
    private long lastScale = Long.MAX_VALUE;

    private Cardinal(Map<String, Integer> small, Map<String, Long> scales) {
        this.small = small;
        this.scales = scales;
    }

    /// Empty if the words make no number: `seven zero zero one`, `twenty twenty six`.
    static Optional<Long> of(
            List<String> words, Map<String, Integer> small, Map<String, Long> scales) {
        if (words.size() == 1 && words.getFirst().equals("zero")) {
            return Optional.of(0L);
        }
        Cardinal cardinal = new Cardinal(small, scales);
        for (String word : words) {
            if (!word.equals("and") && !cardinal.take(word)) {
                return Optional.empty();
            }
        }
        return Optional.of(cardinal.total + cardinal.group);
    }

    private boolean take(String word) {
        if (word.equals("dozen")) {
            group = Math.max(1, group) * DOZEN;
            below = 1;
            return true;
        }
        Integer value = small.get(word);
        return value == null ? scale(scales.getOrDefault(word, 1L)) : add(value);
    }

    /// Twenty takes what is below ten, a hundred what is below a hundred.
    private boolean add(int value) {
        if (value == 0 || value >= below) {
            return false;
        }
        group += value;
        below = value >= 20 && value % 10 == 0 ? 10 : 1;
        return true;
    }

    private boolean scale(long scale) {
        if (scale == 100) {
            boolean fits = group < 20 && total % 1_000 == 0;
            group = Math.max(1, group) * scale;
            below = scale;
            return fits;
        }
        boolean fits = scale < lastScale && group < 1_000;
        total += Math.max(1, group) * scale;
        group = 0;
        below = 1_000;
        lastScale = scale;
        return fits;
    }
}
