package dev.andon.node.command;

import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.dialog.Act;
import dev.andon.node.dialog.Slots;
import dev.andon.node.escalation.Escalations;
import dev.andon.node.incident.Given;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// Makes the entries that were confirmed. Made again, an entry changes nothing: an incident has its
/// id and a milestone its time from when it was said first.
///
/// @param log that they are made in
/// @param escalations where the expert is called
record Entries(IncidentLog log, Escalations escalations) {
    /// Makes the entry.
    ///
    /// @return whether a stop that the machine told of was open already, and this is the same one
    /// @throws dev.andon.node.incident.IncidentException it cannot be so
    /// @throws dev.andon.node.escalation.EscalationException likewise
    boolean make(Draft draft) {
        switch (draft.act()) {
            case OPEN -> {
                return log.openOrJoin(opening(draft)).joined();
            }
            case CALL -> call(Objects.requireNonNull(draft.call()));
            default -> mark(draft, Objects.requireNonNull(draft.target()));
        }
        return false;
    }

    private void call(Draft.Call call) {
        Incident open =
                call.machine() == null
                        ? null
                        : log.openOn(call.machine()).stream().findFirst().orElse(null);
        escalations.call(call.question(), call.citations(), open, call.machine());
    }

    private void mark(Draft draft, String target) {
        Slots slots = draft.slots();
        switch (draft.act()) {
            case RESTORE ->
                    log.restore(
                            target,
                            draft.at(),
                            said(slots.cause()),
                            said(slots.note()),
                            Source.SAID);
            case WITHDRAW -> log.withdraw(target);
            default ->
                    log.mark(
                            target,
                            new Given(
                                    moment(draft.act()), draft.at(), slots.waitFor(), Source.SAID));
        }
    }

    private static Opening opening(Draft draft) {
        Slots slots = draft.slots();
        Machine machine = slots.machine().orElseThrow();
        String said = slots.fault();
        String code =
                said == null || said.isEmpty()
                        ? null
                        : FaultOf.machine(machine, said).map(FaultCode::code).orElseThrow();
        Slots.SaidTime since = slots.since();
        return new Opening(
                draft.id(),
                machine.id(),
                code,
                since == null ? null : since.at(),
                draft.at(),
                Source.SAID,
                Origin.VOICE);
    }

    private static Moment moment(Act act) {
        return switch (act) {
            case ACKNOWLEDGE -> Moment.ACKNOWLEDGED;
            case DIAGNOSE -> Moment.DIAGNOSING;
            case WAIT -> Moment.WAITING;
            case REPAIR -> Moment.REPAIRING;
            case REPAIRED -> Moment.REPAIRED;
            case TEST -> Moment.TESTING;
            case RESTORE -> Moment.RESTORED;
            case OPEN, WITHDRAW, CALL ->
                    throw new IllegalArgumentException(act + " is no milestone");
        };
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
