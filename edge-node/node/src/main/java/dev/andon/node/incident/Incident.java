package dev.andon.node.incident;

import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A stop of a machine, with what is known of it.
///
/// @param id a UUID
/// @param version how often it was changed, from 1
/// @param machine the register's id
/// @param line the register's id; null if the machine has none
/// @param fault code as registered; null if none was given
/// @param cause as said when it was restored, redacted; null until then
/// @param note likewise
/// @param origin by which way it was opened
/// @param withdrawn true: it was opened by mistake and counts nowhere
/// @param openedAt when it was recorded, UTC milliseconds
/// @param opening what it was opened with, by which a repeated request is known
/// @param milestones by ordinal, retracted ones included
/// @param joinings further openings that meant the same stop
public record Incident(
        String id,
        int version,
        String machine,
        @Nullable String line,
        @Nullable String fault,
        @Nullable String cause,
        @Nullable String note,
        Origin origin,
        boolean withdrawn,
        long openedAt,
        String opening,
        List<Milestone> milestones,
        List<Joining> joinings) {
    private static final Set<Moment> WORK =
            EnumSet.of(
                    Moment.DIAGNOSING,
                    Moment.WAITING,
                    Moment.REPAIRING,
                    Moment.REPAIRED,
                    Moment.TESTING);

    public Incident {
        milestones = List.copyOf(milestones);
        joinings = List.copyOf(joinings);
    }

    /// The milestones that were not retracted, by time; at one time in the order of their giving.
    public List<Milestone> standing() {
        return milestones.stream()
                .filter(milestone -> !milestone.retracted())
                .sorted(
                        Comparator.comparingLong(Milestone::at)
                                .thenComparingInt(Milestone::ordinal))
                .toList();
    }

    /// The latest milestone's moment: where the incident stands.
    public Moment state() {
        return standing().getLast().moment();
    }

    /// The same as it stood at a moment: without what came later. Empty if it had not begun.
    public Optional<Incident> asOf(long at) {
        List<Milestone> then = milestones.stream().filter(each -> each.at() <= at).toList();
        Incident earlier =
                new Incident(
                        id, version, machine, line, fault, cause, note, origin, withdrawn, openedAt,
                        opening, then, joinings);
        return earlier.standing().isEmpty() ? Optional.empty() : Optional.of(earlier);
    }

    /// Whether it was restored.
    public boolean restored() {
        return given(Moment.RESTORED).findAny().isPresent();
    }

    /// Neither restored nor withdrawn.
    public boolean open() {
        return !restored() && !withdrawn;
    }

    /// When it began: when the machine stopped, else when that was noticed, UTC milliseconds;
    /// null if neither was given.
    public @Nullable Long begun() {
        return Stream.of(Moment.FAILED, Moment.DECLARED)
                .map(moment -> given(moment).map(Milestone::at).min(Long::compare).orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// When it was restored, UTC milliseconds; null if it was not.
    public @Nullable Long ended() {
        return given(Moment.RESTORED).map(Milestone::at).max(Long::compare).orElse(null);
    }

    /// Whether the machine itself said that it stopped: it opened this, or joined it.
    public boolean saidByMachine() {
        return origin == Origin.MACHINE
                || joinings.stream().anyMatch(joining -> joining.origin() == Origin.MACHINE);
    }

    /// Whether two faults may be one: they are equal, or one of them is not known.
    public static boolean sameFault(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    /// Whether a person works on it: diagnoses, waits, repairs or tests. A machine that runs
    /// meanwhile may run for a test.
    public boolean inHand() {
        return milestones.stream()
                .anyMatch(
                        each ->
                                !each.retracted()
                                        && each.source() != Source.MACHINE
                                        && WORK.contains(each.moment()));
    }

    Stream<Milestone> given(Moment moment) {
        return milestones.stream().filter(m -> !m.retracted() && m.moment() == moment);
    }

    /// The next version, with a milestone more or one in the place of that with its ordinal.
    Incident with(Milestone milestone) {
        List<Milestone> others = new ArrayList<>(milestones);
        if (milestone.ordinal() > others.size()) {
            others.add(milestone);
        } else {
            others.set(milestone.ordinal() - 1, milestone);
        }
        return next(cause, note, withdrawn, others);
    }

    /// The same version, with what was said when it was restored.
    Incident saying(@Nullable String otherCause, @Nullable String otherNote) {
        return new Incident(
                id,
                version,
                machine,
                line,
                fault,
                otherCause,
                otherNote,
                origin,
                withdrawn,
                openedAt,
                opening,
                milestones,
                joinings);
    }

    /// The next version, withdrawn.
    Incident withdraw() {
        return next(cause, note, true, milestones);
    }

    /// The next version: another opening meant this stop.
    ///
    /// @param known the fault, as far as either of them knows it
    Incident joinedBy(Joining joining, @Nullable String known) {
        List<Joining> all = new ArrayList<>(joinings);
        all.add(joining);
        return new Incident(
                id,
                version + 1,
                machine,
                line,
                known,
                cause,
                note,
                origin,
                withdrawn,
                openedAt,
                opening,
                milestones,
                all);
    }

    /// The same version with a milestone more.
    Incident and(Milestone milestone) {
        Incident next = with(milestone);
        return next.version(version);
    }

    private Incident version(int other) {
        return new Incident(
                id,
                other,
                machine,
                line,
                fault,
                cause,
                note,
                origin,
                withdrawn,
                openedAt,
                opening,
                milestones,
                joinings);
    }

    private Incident next(
            @Nullable String otherCause,
            @Nullable String otherNote,
            boolean gone,
            List<Milestone> others) {
        return new Incident(
                id,
                version + 1,
                machine,
                line,
                fault,
                otherCause,
                otherNote,
                origin,
                gone,
                openedAt,
                opening,
                others,
                joinings);
    }
}
