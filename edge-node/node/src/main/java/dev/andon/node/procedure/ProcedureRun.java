package dev.andon.node.procedure;

import java.util.ArrayList;
import java.util.List;

/// A procedure that is read on a machine. The text is the one that it began with, whatever becomes
/// of the manual.
///
/// @param position of the current step, from 0; of the last one when it is done
/// @param confirmations of protected steps before the position
/// @param changed when somebody last moved on, back, or resumed
public record ProcedureRun(
        String id,
        String machine,
        ProcedureText text,
        int position,
        Status status,
        List<Confirmation> confirmations,
        Stamp begun,
        Stamp changed) {
    public ProcedureRun {
        confirmations = List.copyOf(confirmations);
    }

    /// What becomes of a run.
    public enum Status {
        ACTIVE,
        PAUSED,
        /// Its last step was passed.
        DONE,
        /// Somebody ended it before.
        STOPPED
    }

    static ProcedureRun begin(String id, String machine, ProcedureText text, Stamp now) {
        return new ProcedureRun(id, machine, text, 0, Status.ACTIVE, List.of(), now, now);
    }

    /// Whether it can go on.
    public boolean open() {
        return status == Status.ACTIVE || status == Status.PAUSED;
    }

    /// The current step.
    public Step step() {
        return text.steps().get(position);
    }

    boolean atLast() {
        return position == text.steps().size() - 1;
    }

    /// At this step or at an earlier one; what was confirmed from there on counts no more.
    ProcedureRun backTo(int step, Stamp now) {
        List<Confirmation> kept = confirmations.stream().filter(c -> c.step() < step).toList();
        return new ProcedureRun(id, machine, text, step, Status.ACTIVE, kept, begun, now);
    }

    /// One step further, or done.
    ProcedureRun onward(Stamp now) {
        int next = atLast() ? position : position + 1;
        Status then = atLast() ? Status.DONE : Status.ACTIVE;
        return new ProcedureRun(id, machine, text, next, then, confirmations, begun, now);
    }

    ProcedureRun confirmed(Confirmation confirmation) {
        List<Confirmation> all = new ArrayList<>(confirmations);
        all.add(confirmation);
        return new ProcedureRun(id, machine, text, position, status, all, begun, changed);
    }

    ProcedureRun as(Status then, Stamp when) {
        return new ProcedureRun(id, machine, text, position, then, confirmations, begun, when);
    }
}
