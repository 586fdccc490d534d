package dev.andon.node.procedure;

import dev.andon.node.procedure.Outcome.NoRun;
import dev.andon.node.procedure.Outcome.Refused;
import dev.andon.node.procedure.ProcedureRun.Status;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// The procedures that are read on the machines of a node, one a machine. What a call returned is
/// on the disk. Safe to call from any thread.
///
/// Failures are [dev.andon.knowledge.StageException]s of the stage `store`: nothing moved, and the
/// same call may be made again.
public final class Procedures {
    private final RunStore store;
    private final Function<ProcedureText, ManualNow> manuals;
    private final Duration longPause;
    private final Supplier<Stamp> clock;

    /// The run of each machine whose current step was read since Andon started.
    private final Map<String, String> heard = new ConcurrentHashMap<>();

    /// @param manuals tells what has become of the manual of a run; [CurrentManuals]
    /// @param longPause from which on the safety steps are done anew: another shift
    public Procedures(
            RunStore store,
            Function<ProcedureText, ManualNow> manuals,
            Duration longPause,
            Supplier<Stamp> clock) {
        this.store = store;
        this.manuals = manuals;
        this.longPause = longPause;
        this.clock = clock;
    }

    /// Begins a procedure: [Outcome.Started]. Where one is open on the machine, that one is offered
    /// instead and stays as it is: [Outcome.Offered].
    public Outcome start(String machine, ProcedureText text) {
        ManualNow manual = manuals.apply(text);
        String id = UUID.randomUUID().toString();
        Outcome outcome =
                store.change(
                        machine,
                        open ->
                                open == null
                                        ? new Outcome.Started(
                                                ProcedureRun.begin(id, machine, text, clock.get()),
                                                manual)
                                        : new Outcome.Offered(open, text));
        return remembered(outcome);
    }

    /// The open run of a machine.
    public Optional<ProcedureRun> current(String machine) {
        return store.open(machine);
    }

    /// Makes a move on the open run of a machine. See [RunRules] for what passes what.
    public Outcome move(String machine, Move move) {
        RunRules rules = rules(machine);
        Outcome outcome =
                store.change(
                        machine,
                        open ->
                                open == null
                                        ? new NoRun(machine)
                                        : rules.of(open, move, wasHeard(open)));
        return remembered(outcome);
    }

    /// What anybody's words do while a procedure is open. At a protected step [ProtectedStep]
    /// decides; at any other the words are the dialogue's, [Outcome.Unguarded].
    public Outcome hear(String machine, String words) {
        Optional<ProcedureRun> open = store.open(machine);
        if (open.isEmpty()) {
            return new NoRun(machine);
        }
        ProcedureRun run = open.get();
        if (!run.step().guarded()) {
            return new Outcome.Unguarded(run);
        }
        return switch (ProtectedStep.verdict(run.step().type(), words)) {
            case Verdict.Confirms(Move.Confirm confirm) -> moveAt(run, confirm);
            case Verdict.Navigates(Move move) -> move(machine, move);
            case Verdict.Question() -> new Outcome.Asked(run);
            case Verdict.Refused() -> new Refused(run, run.step(), Refusal.CONFIRMATION, "");
        };
    }

    /// A confirmation holds for the step that was current when it was said: a second voice may have
    /// moved the run meanwhile.
    private Outcome moveAt(ProcedureRun then, Move.Confirm confirm) {
        RunRules rules = rules(then.machine());
        Outcome outcome =
                store.change(
                        then.machine(),
                        open -> {
                            if (open == null) {
                                return new NoRun(then.machine());
                            }
                            boolean same =
                                    open.id().equals(then.id())
                                            && open.position() == then.position();
                            return same
                                    ? rules.of(open, confirm, wasHeard(open))
                                    : new Refused(open, open.step(), Refusal.UNBOUND, "");
                        });
        return remembered(outcome);
    }

    /// What has become of the manual is looked up before the move: the library is another file, and
    /// the move holds the journal.
    private RunRules rules(String machine) {
        ProcedureText text = store.open(machine).map(ProcedureRun::text).orElse(null);
        ManualNow now = text == null ? new ManualNow.Same() : manuals.apply(text);
        return new RunRules(
                clock.get(), longPause, other -> other.equals(text) ? now : new ManualNow.Same());
    }

    private boolean wasHeard(ProcedureRun run) {
        return run.id().equals(heard.get(run.machine()));
    }

    private Outcome remembered(Outcome outcome) {
        switch (outcome) {
            case Outcome.Started(ProcedureRun run, _) -> remember(run);
            case Outcome.Reads(ProcedureRun run, _, _) -> remember(run);
            case Outcome.Relocked(ProcedureRun run, _, _) -> remember(run);
            case Outcome.Finished(ProcedureRun run, _) -> heard.remove(run.machine());
            case Outcome.Stopped(ProcedureRun run) -> heard.remove(run.machine());
            case NoRun(String machine) -> heard.remove(machine);
            case Outcome.Offered _, Outcome.Paused _, Refused _ -> {}
            case Outcome.Asked _, Outcome.Unguarded _ -> {}
        }
        return outcome;
    }

    private void remember(ProcedureRun run) {
        if (run.status() == Status.ACTIVE) {
            heard.put(run.machine(), run.id());
        }
    }
}
