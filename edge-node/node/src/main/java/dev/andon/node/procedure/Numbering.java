package dev.andon.node.procedure;

import dev.andon.node.procedure.Gap.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The printed numbers of steps: `3`, `3.1`, `3.a`, `a`.
final class Numbering {
    private Numbering() {}

    /// Where they do not follow each other.
    static List<Gap> gaps(List<Step> steps) {
        List<Gap> gaps = new ArrayList<>();
        String before = "";
        for (Step step : steps) {
            gap(before, step.number()).ifPresent(gaps::add);
            before = step.number();
        }
        return gaps;
    }

    private static Optional<Gap> gap(String before, String after) {
        List<Integer> behind = parts(after);
        if (before.isEmpty()) {
            boolean first = behind.stream().allMatch(part -> part == 1);
            return first ? Optional.empty() : Optional.of(new Gap(Kind.BEGINS_LATE, "", after));
        }
        List<Integer> front = parts(before);
        return follows(front, behind)
                ? Optional.empty()
                : Optional.of(new Gap(kind(front, behind), before, after));
    }

    /// One more at some depth, or the first of a deeper list.
    private static boolean follows(List<Integer> front, List<Integer> behind) {
        int same = 0;
        while (same < front.size()
                && same < behind.size()
                && front.get(same).equals(behind.get(same))) {
            same++;
        }
        if (same == behind.size()) {
            return false;
        }
        boolean counts = same == front.size() || behind.get(same) == front.get(same) + 1;
        int deeper = same == front.size() ? same : same + 1;
        return counts && behind.subList(deeper, behind.size()).stream().allMatch(part -> part == 1);
    }

    private static Kind kind(List<Integer> front, List<Integer> behind) {
        int order = Arrays.compare(front.toArray(Integer[]::new), behind.toArray(Integer[]::new));
        if (order == 0) {
            return Kind.REPEATS;
        }
        return order < 0 ? Kind.JUMPS : Kind.GOES_BACK;
    }

    private static List<Integer> parts(String number) {
        return Arrays.stream(number.split("\\.")).map(Numbering::part).toList();
    }

    private static int part(String part) {
        char first = part.charAt(0);
        return Character.isDigit(first) ? Integer.parseInt(part) : first - 'a' + 1;
    }
}
