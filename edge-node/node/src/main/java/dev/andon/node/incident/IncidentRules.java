package dev.andon.node.incident;

import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// What cannot be so. All else is kept as it was given, in whatever order: the reports list what
/// does not fit together, and nobody repairs it in silence.
///
/// @param now UTC milliseconds
record IncidentRules(long now) {
    /// Clocks of a plant differ by so much.
    static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    /// Nothing that is recorded here happened before.
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /// Milestones of one incident.
    static final int MILESTONES_MAX = 200;

    /// @throws IncidentException `in-the-future`, `too-early`
    long possible(Moment moment, @Nullable Long at) {
        if (at == null) {
            return now;
        }
        if (at > now + AHEAD_MAX.toMillis()) {
            throw new IncidentException(
                    "in-the-future",
                    "%s at %s lies in the future: the node's clock says %s. Give the time with its offset from UTC, or set the clock right."
                            .formatted(label(moment), time(at), time(now)));
        }
        if (at < EARLIEST.toEpochMilli()) {
            throw new IncidentException(
                    "too-early",
                    "%s at %s is before %s. Give the time as a date, or in milliseconds, not in seconds."
                            .formatted(label(moment), time(at), EARLIEST));
        }
        return at;
    }

    /// The incident with one more milestone; the same incident if it has that one.
    Incident marked(Incident incident, Given given) {
        refuseWithdrawn(incident);
        checkWait(given.moment(), given.waitFor());
        long at = possible(given.moment(), given.at());
        if (given.at() != null
                && incident.milestones().stream()
                        .anyMatch(m -> m.says(given.moment(), at, given.waitFor()))) {
            return incident;
        }
        if (given.moment() == Moment.RESTORED) {
            refuseRestored(incident);
        }
        refuseTooMany(incident);
        return incident.with(
                new Milestone(
                        incident.milestones().size() + 1,
                        given.moment(),
                        at,
                        given.waitFor(),
                        given.source(),
                        false));
    }

    /// The incident, restored by the machine that runs again: if it had said that it stopped, not
    /// later than this, and nobody works on it. Else the same incident: a machine that runs while
    /// somebody diagnoses, waits, repairs or tests may run for a test, and that it is restored is
    /// then said by him.
    ///
    /// @param at UTC milliseconds
    Incident runningAgain(Incident incident, long at) {
        Long begun = incident.begun();
        boolean its = incident.open() && incident.saidByMachine() && !incident.inHand();
        return its && (begun == null || begun <= at)
                ? marked(incident, new Given(Moment.RESTORED, at, null, Source.MACHINE))
                : incident;
    }

    /// The incident with another time, or another wait, of one milestone.
    ///
    /// @param waitFor null: as it was
    Incident corrected(Incident incident, int ordinal, long at, @Nullable Wait waitFor) {
        refuseWithdrawn(incident);
        Milestone milestone = milestone(incident, ordinal);
        if (milestone.retracted()) {
            throw new IncidentException(
                    "retracted",
                    "Milestone %d of %s was retracted. Give it anew."
                            .formatted(ordinal, incident.id()));
        }
        Wait wait = waitFor == null ? milestone.waitFor() : waitFor;
        checkWait(milestone.moment(), wait);
        Milestone right = milestone.corrected(possible(milestone.moment(), at), wait);
        return right.equals(milestone) ? incident : incident.with(right);
    }

    /// The incident without one milestone. With its restoration goes what was said then.
    Incident retracted(Incident incident, int ordinal) {
        refuseWithdrawn(incident);
        Milestone milestone = milestone(incident, ordinal);
        if (milestone.retracted()) {
            return incident;
        }
        if (incident.standing().size() == 1) {
            throw new IncidentException(
                    "last-milestone",
                    "It is the only milestone of %s. Withdraw the incident instead."
                            .formatted(incident.id()));
        }
        Incident without = incident.with(milestone.retract());
        return milestone.moment() == Moment.RESTORED ? without.saying(null, null) : without;
    }

    private static Milestone milestone(Incident incident, int ordinal) {
        if (ordinal < 1 || ordinal > incident.milestones().size()) {
            throw new IncidentException(
                    "unknown-milestone",
                    "Incident %s has no milestone %d; it has %d."
                            .formatted(incident.id(), ordinal, incident.milestones().size()));
        }
        return incident.milestones().get(ordinal - 1);
    }

    private static void refuseWithdrawn(Incident incident) {
        if (incident.withdrawn()) {
            throw new IncidentException(
                    "withdrawn",
                    "Incident %s was withdrawn and takes no milestones. Open another."
                            .formatted(incident.id()));
        }
    }

    /// @throws IncidentException `too-many-milestones`
    void refuseTooMany(Incident incident) {
        if (incident.milestones().size() >= MILESTONES_MAX) {
            throw new IncidentException(
                    "too-many-milestones",
                    "Incident %s has %d milestones, and no more are taken. Restore it and open another."
                            .formatted(incident.id(), MILESTONES_MAX));
        }
    }

    private static void refuseRestored(Incident incident) {
        incident.given(Moment.RESTORED)
                .findFirst()
                .ifPresent(
                        restored -> {
                            throw new IncidentException(
                                    "already-restored",
                                    "Incident %s was restored at %s. Correct or retract milestone %d, or open another incident."
                                            .formatted(
                                                    incident.id(),
                                                    time(restored.at()),
                                                    restored.ordinal()));
                        });
    }

    private static void checkWait(Moment moment, @Nullable Wait waitFor) {
        if (moment == Moment.WAITING && waitFor == null) {
            throw new IncidentException(
                    "wait-unsaid", "Say what is waited for: part, expert or permit.");
        }
        if (moment != Moment.WAITING && waitFor != null) {
            throw new IncidentException(
                    "no-wait", "Only the milestone waiting says what is waited for. Leave it out.");
        }
    }

    private static String label(Moment moment) {
        return moment.name().charAt(0) + moment.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String time(long at) {
        return Instant.ofEpochMilli(at).toString();
    }
}
