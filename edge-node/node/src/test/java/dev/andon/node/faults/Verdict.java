package dev.andon.node.faults;

import dev.andon.node.faults.History.Key;

import java.util.List;
import java.util.Map;

/// What came of a run.
///
/// @param kills by victim
/// @param promised events that a node said are safe
/// @param lost promised, and not at the hub
/// @param doubled at the hub more than once
/// @param invented at the hub, and nobody asked for them
/// @param holes outboxes whose numbers are not whole at the hub
/// @param letters dead letters
record Verdict(
        Map<String, Integer> kills,
        int promised,
        List<Key> lost,
        List<Key> doubled,
        List<Key> invented,
        List<String> holes,
        int letters) {
    boolean settled() {
        return lost.isEmpty() && holes.isEmpty();
    }

    /// One line for people.
    String line(String title) {
        int all = kills.values().stream().mapToInt(Integer::intValue).sum();
        return "%s: kills %d %s, promised %d, lost %d, doubled %d, invented %d, holes %d, dead letters %d"
                .formatted(
                        title,
                        all,
                        kills,
                        promised,
                        lost.size(),
                        doubled.size(),
                        invented.size(),
                        holes.size(),
                        letters);
    }
}
