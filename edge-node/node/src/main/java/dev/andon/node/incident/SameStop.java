package dev.andon.node.incident;

import dev.andon.protocol.fact.MilestoneFact.Moment;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// When two openings mean one stop of a machine, and what the second adds to the first.
///
/// A machine and a person tell of the same stop, in either order: same machine, and the same fault
/// or none known on one side. Two persons, or two faults, are two incidents. Nothing that was given
/// is moved: a fault is filled in where there was none, the machine's own time of the stop where
/// nobody had said one, and that a person noticed it where only the machine had.
///
/// @param fresh what the opening would be on its own
/// @param rules of the moment
record SameStop(Incident fresh, IncidentRules rules) {
    /// The open incident that this opening means; one with the same fault before one without, and
    /// the newest first.
    ///
    /// @param open on the machine, the newest first
    Optional<Incident> among(List<Incident> open) {
        return open.stream()
                .filter(this::means)
                .min(Comparator.comparing(each -> !Objects.equals(each.fault(), fresh.fault())));
    }

    private boolean means(Incident incident) {
        boolean otherSide = fresh.origin() == Origin.MACHINE || incident.saidByMachine();
        return otherSide && Incident.sameFault(incident.fault(), fresh.fault());
    }

    /// The incident with what this opening adds; the same incident if a machine says again what it
    /// had said.
    ///
    /// @throws IncidentException `too-many-milestones`
    Incident joinedTo(Incident incident) {
        boolean again = fresh.origin() == Origin.MACHINE && incident.saidByMachine();
        if (again && (fresh.fault() == null || incident.fault() != null)) {
            return incident;
        }
        Long failedAt = fresh.given(Moment.FAILED).map(Milestone::at).findFirst().orElse(null);
        String fault = incident.fault() == null ? fresh.fault() : incident.fault();
        Incident joined =
                incident.joinedBy(
                        new Joining(fresh.id(), fresh.origin(), failedAt, fresh.opening()), fault);
        for (Milestone milestone : fresh.milestones()) {
            joined = adds(incident, milestone) ? and(joined, milestone) : joined;
        }
        return joined;
    }

    private boolean adds(Incident incident, Milestone milestone) {
        return switch (milestone.moment()) {
            case FAILED -> incident.given(Moment.FAILED).findAny().isEmpty();
            case DECLARED ->
                    milestone.source() != Source.MACHINE
                            && incident.given(Moment.DECLARED)
                                    .allMatch(each -> each.source() == Source.MACHINE);
            case ACKNOWLEDGED, DIAGNOSING, WAITING, REPAIRING, REPAIRED, TESTING, RESTORED -> false;
        };
    }

    private Incident and(Incident incident, Milestone milestone) {
        rules.refuseTooMany(incident);
        return incident.and(milestone.numbered(incident.milestones().size() + 1));
    }
}
