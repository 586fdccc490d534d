package dev.andon.node.procedure;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Where runs are kept. A machine has one open run at most. Failures are
/// [dev.andon.knowledge.StageException]s of the stage `store`; then nothing was changed.
public interface RunStore {
    /// The open run of a machine.
    Optional<ProcedureRun> open(String machine);

    /// Decides on the open run of a machine and keeps the run of the outcome, in one transaction:
    /// on the disk when this returns.
    Outcome change(String machine, Decision decision);

    /// What becomes of a run. Must be free of effects: it may be called and its outcome lost.
    @FunctionalInterface
    interface Decision {
        /// @param open null if the machine has none
        Outcome of(@Nullable ProcedureRun open);
    }
}
