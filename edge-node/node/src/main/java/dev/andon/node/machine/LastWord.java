package dev.andon.node.machine;

import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Joining;
import dev.andon.node.incident.Milestone;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The last that a machine is known to have said, out of its own mouth or, after a restart, out of
/// the incidents.
///
/// @param state running or stopped
/// @param fault as registered; null for none
/// @param at when that counted from, UTC milliseconds
/// @param said the machine's own time as it was written; null if it gave none that counted
record LastWord(MachineState state, @Nullable String fault, long at, @Nullable Long said) {
    /// What the incidents of a machine hold of it; empty if it never spoke.
    static Optional<LastWord> in(List<Incident> incidents) {
        return incidents.stream()
                .flatMap(LastWord::words)
                .max(
                        Comparator.comparingLong(LastWord::at)
                                .thenComparing(word -> word.state() == MachineState.RUNNING));
    }

    private static Stream<LastWord> words(Incident incident) {
        Stream<LastWord> joined =
                incident.joinings().stream()
                        .filter(joining -> joining.origin() == Origin.MACHINE)
                        .map(Joining::failedAt)
                        .filter(Objects::nonNull)
                        .map(at -> word(MachineState.STOPPED, incident, at));
        Stream<LastWord> given =
                incident.standing().stream()
                        .filter(each -> each.source() == Source.MACHINE)
                        .flatMap(each -> word(incident, each).stream());
        return Stream.concat(joined, given);
    }

    private static Optional<LastWord> word(Incident incident, Milestone milestone) {
        return switch (milestone.moment()) {
            case FAILED -> Optional.of(word(MachineState.STOPPED, incident, milestone.at()));
            case RESTORED -> Optional.of(word(MachineState.RUNNING, incident, milestone.at()));
            case DECLARED, ACKNOWLEDGED, DIAGNOSING, WAITING, REPAIRING, REPAIRED, TESTING ->
                    Optional.empty();
        };
    }

    private static LastWord word(MachineState state, Incident incident, long at) {
        return new LastWord(state, incident.fault(), at, at);
    }

    /// Whether a report says the very same.
    boolean is(MachineReport report) {
        return state == report.state()
                && said != null
                && said.equals(report.at())
                && Objects.equals(fault, report.fault());
    }
}
