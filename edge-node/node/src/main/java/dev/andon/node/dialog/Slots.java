package dev.andon.node.dialog;

import dev.andon.config.register.Machine;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// What a person said of an incident; what was not said is null, and never guessed.
///
/// @param machines that were named: more than one if the name fits several; empty if none was
/// @param fault code or name as said, still to be looked up at the machine; empty: none, as was
///     said
/// @param since when the machine stopped
/// @param waitFor what is waited for
/// @param cause of the stop, as said
/// @param note for others, as said
public record Slots(
        List<Machine> machines,
        @Nullable String fault,
        @Nullable SaidTime since,
        @Nullable Wait waitFor,
        @Nullable String cause,
        @Nullable String note) {
    /// Nothing was said.
    public static final Slots NONE = new Slots(List.of(), null, null, null, null, null);

    public Slots {
        machines = List.copyOf(machines);
    }

    /// When a machine stopped: a time, or that nobody knows.
    ///
    /// @param at UTC milliseconds; null: it was asked, and nobody knows
    public record SaidTime(@Nullable Long at) {
        /// Asked and not known.
        public static final SaidTime UNKNOWN = new SaidTime(null);
    }

    /// The one machine that was named; empty if none or several were.
    public Optional<Machine> machine() {
        return machines.size() == 1 ? Optional.of(machines.getFirst()) : Optional.empty();
    }

    /// These, with what the others say in the place of what these say.
    public Slots corrected(Slots others) {
        return new Slots(
                others.machines.isEmpty() ? machines : others.machines,
                others.fault == null ? fault : others.fault,
                others.since == null ? since : others.since,
                others.waitFor == null ? waitFor : others.waitFor,
                others.cause == null ? cause : others.cause,
                others.note == null ? note : others.note);
    }

    /// The same on this machine.
    public Slots on(Machine machine) {
        return new Slots(List.of(machine), fault, since, waitFor, cause, note);
    }

    /// The same with this fault, null for none.
    public Slots withFault(@Nullable String other) {
        return new Slots(machines, other, since, waitFor, cause, note);
    }

    /// The same with this time.
    public Slots withSince(SaidTime other) {
        return new Slots(machines, fault, other, waitFor, cause, note);
    }

    /// The same with this cause; empty for none.
    public Slots withCause(String other) {
        return new Slots(machines, fault, since, waitFor, other, note);
    }

    /// Whether nothing was said.
    public boolean isEmpty() {
        return equals(NONE);
    }
}
