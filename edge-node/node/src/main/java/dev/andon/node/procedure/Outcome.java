package dev.andon.node.procedure;

import org.jspecify.annotations.Nullable;

/// What came of a call. It is on the disk.
public sealed interface Outcome {
    /// The run as it is now; null if the machine has none.
    @Nullable ProcedureRun run();

    /// No procedure is open on the machine.
    record NoRun(String machine) implements Outcome {
        @Override
        public @Nullable ProcedureRun run() {
            return null;
        }
    }

    /// It begins: the notices, then the first step.
    record Started(ProcedureRun run, ManualNow manual) implements Outcome {}

    /// Another run is open on the machine and is neither replaced nor moved.
    ///
    /// @param wanted what was to be started
    record Offered(ProcedureRun run, ProcedureText wanted) implements Outcome {}

    /// The current step is read.
    record Reads(ProcedureRun run, Reading how, ManualNow manual) implements Outcome {}

    /// The pause was long: the safety steps are done and confirmed anew.
    ///
    /// @param left number of the step at which it was left
    record Relocked(ProcedureRun run, String left, ManualNow manual) implements Outcome {}

    /// It waits.
    record Paused(ProcedureRun run) implements Outcome {}

    /// It was ended before its last step.
    record Stopped(ProcedureRun run) implements Outcome {}

    /// Its last step was passed.
    record Finished(ProcedureRun run, ManualNow manual) implements Outcome {}

    /// Nothing moved.
    ///
    /// @param step the current one, to be said verbatim
    /// @param said the number or value at fault; empty if there was none
    record Refused(ProcedureRun run, Step step, Refusal why, String said) implements Outcome {}

    /// The words ask something and move nothing: answer, then read the step again.
    record Asked(ProcedureRun run) implements Outcome {}

    /// The current step is not protected: the words are the dialogue's.
    record Unguarded(ProcedureRun run) implements Outcome {}

    /// Why a step is read.
    enum Reading {
        /// It is the next one.
        NEXT,
        /// It is the next one, though several were asked for.
        ONE_ONLY,
        /// It is the one before.
        BACK,
        /// There is none before it.
        FIRST,
        /// It was asked for again.
        AGAIN,
        /// It was asked where we are.
        WHERE,
        /// It was asked what can be said.
        HELP,
        /// The run goes on.
        RESUMED,
        /// Behind a pause or a restart the step is read before anything moves.
        WAS_AT
    }
}
