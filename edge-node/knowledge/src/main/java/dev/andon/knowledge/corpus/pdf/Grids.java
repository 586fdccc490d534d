package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds what the rules of a page enclose: connected rules are a grid.
final class Grids {
    /// More rules are a drawing.
    static final int RULES_MAX = 4_000;

    private Grids() {}

    /// Connected rules with at least two of each direction, from the top of the page.
    static List<Grid> of(List<Rule> rules) {
        List<Rule> joined = join(rules);
        if (joined.size() > RULES_MAX) {
            return List.of();
        }
        List<Grid> grids = new ArrayList<>();
        for (List<Rule> connected : connected(joined)) {
            Grid grid = Grid.of(connected);
            if (grid.columns() >= 1 && grid.rows() >= 1) {
                grids.add(grid);
            }
        }
        grids.sort(Comparator.comparingDouble(grid -> grid.area().top()));
        return grids;
    }

    /// Horizontal rules that touch no vertical one, from the top.
    static List<Rule> loose(List<Rule> rules) {
        List<Rule> joined = join(rules);
        if (joined.size() > RULES_MAX) {
            return List.of();
        }
        List<Rule> verticals = joined.stream().filter(rule -> !rule.horizontal()).toList();
        return joined.stream()
                .filter(Rule::horizontal)
                .filter(rule -> verticals.stream().noneMatch(rule::touches))
                .sorted(Comparator.comparingDouble(Rule::at))
                .toList();
    }

    /// Pieces of one drawn line become one rule.
    private static List<Rule> join(List<Rule> rules) {
        List<Rule> sorted = new ArrayList<>(rules);
        sorted.sort(
                Comparator.comparing(Rule::horizontal)
                        .thenComparing(rule -> Math.round(rule.at()))
                        .thenComparing(Rule::from));
        List<Rule> joined = new ArrayList<>();
        for (Rule rule : sorted) {
            Rule last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && isOneLine(last, rule)) {
                joined.removeLast();
                joined.add(
                        new Rule(
                                last.horizontal(),
                                last.at(),
                                Math.min(last.from(), rule.from()),
                                Math.max(last.to(), rule.to())));
            } else {
                joined.add(rule);
            }
        }
        return joined;
    }

    /// Lines at nearly the same place touch only where neither ends before the other begins: two
    /// tables below each other can have columns that almost meet.
    private static boolean isOneLine(Rule one, Rule other) {
        return one.horizontal() == other.horizontal()
                && Math.abs(one.at() - other.at()) < 1
                && other.from() <= one.to() + Rule.TOUCH
                && one.from() <= other.to() + Rule.TOUCH;
    }

    private static List<List<Rule>> connected(List<Rule> rules) {
        List<Rule> left = new ArrayList<>(rules);
        List<List<Rule>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Rule> group = new ArrayList<>(List.of(left.removeLast()));
            for (int i = 0; i < group.size(); i++) {
                Rule reached = group.get(i);
                left.removeIf(rule -> rule.touches(reached) && group.add(rule));
            }
            groups.add(group);
        }
        return groups;
    }
}
