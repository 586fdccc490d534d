package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.node.procedure.Move.Confirm;
import dev.andon.node.procedure.Outcome.Reading;
import dev.andon.node.procedure.Outcome.Reads;
import dev.andon.node.procedure.Outcome.Refused;
import dev.andon.node.procedure.ProcedureRun.Status;
import dev.andon.node.procedure.StatedFigures.Fit;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What a move makes of an open run. Pure: the same run, move and moment, the same outcome.
///
/// @param now the moment of the move
/// @param longPause from which on the safety steps are done anew
/// @param manuals what has become of the manual of a run
record RunRules(Stamp now, Duration longPause, Function<ProcedureText, ManualNow> manuals) {
    private static final ManualNow UNTOLD = new ManualNow.Same();

    /// @param heard whether the current step was read since Andon started
    Outcome of(ProcedureRun run, Move move, boolean heard) {
        return switch (move) {
            case Move.Stop() -> new Outcome.Stopped(run.as(Status.STOPPED, now));
            case Move.Pause() -> new Outcome.Paused(paused(run));
            case Move.Where() -> reads(run, Reading.WHERE);
            case Move.Repeat() -> reads(run, Reading.AGAIN);
            case Move.Help() -> reads(run, Reading.HELP);
            case Move.Resume() -> resumed(run, Reading.RESUMED);
            case Move.Stride stride -> onHeard(run, stride, heard);
        };
    }

    /// Nothing moves before the person has heard where they are.
    private Outcome onHeard(ProcedureRun run, Move.Stride move, boolean heard) {
        boolean current = heard && run.status() == Status.ACTIVE && !isLong(run);
        return current ? moved(run, move) : resumed(run, Reading.WAS_AT);
    }

    private Outcome moved(ProcedureRun run, Move.Stride move) {
        return switch (move) {
            case Move.Back() -> back(run);
            case Move.Jump(String number) -> jump(run, number);
            case Confirm confirm -> confirm(run, confirm);
            case Move.Several() ->
                    run.step().guarded()
                            ? refused(run, Refusal.ONE_AT_A_TIME, "")
                            : passed(run, Reading.ONE_ONLY);
            case Move.Next(), Move.Done() -> pass(run);
        };
    }

    private Outcome pass(ProcedureRun run) {
        return run.step().guarded()
                ? refused(run, Refusal.CONFIRMATION, "")
                : passed(run, Reading.NEXT);
    }

    private Outcome passed(ProcedureRun run, Reading how) {
        ProcedureRun after = run.onward(now);
        return after.status() == Status.DONE
                ? new Outcome.Finished(after, manuals.apply(run.text()))
                : reads(after, how);
    }

    private Outcome back(ProcedureRun run) {
        return run.position() == 0
                ? reads(run.backTo(0, now), Reading.FIRST)
                : reads(run.backTo(run.position() - 1, now), Reading.BACK);
    }

    private Outcome jump(ProcedureRun run, String number) {
        OptionalInt wanted = nearest(run, number);
        if (wanted.isEmpty()) {
            return refused(run, Refusal.UNKNOWN_STEP, number);
        }
        int step = wanted.getAsInt();
        if (step > run.position()) {
            return refused(run, Refusal.ORDER, number);
        }
        return step == run.position()
                ? reads(run, Reading.AGAIN)
                : reads(run.backTo(step, now), Reading.BACK);
    }

    /// The last step of that number up to the current one, else the first behind it.
    private static OptionalInt nearest(ProcedureRun run, String number) {
        int size = run.text().steps().size();
        return IntStream.concat(
                        IntStream.rangeClosed(0, run.position()).map(i -> run.position() - i),
                        IntStream.range(run.position() + 1, size))
                .filter(i -> isNumber(number, run.text().steps().get(i)))
                .findFirst();
    }

    private Outcome confirm(ProcedureRun run, Confirm confirm) {
        Step step = run.step();
        String number = confirm.number();
        if (number != null && !isNumber(number, step)) {
            return refused(run, Refusal.OTHER_STEP, number);
        }
        Refusal fault = step.guarded() ? unbound(step, confirm) : null;
        if (fault == null && confirm.value() != null) {
            fault = unmet(step, confirm.value());
        }
        if (fault != null) {
            return refused(run, fault, confirm.value() == null ? "" : confirm.value());
        }
        return passed(step.guarded() ? kept(run, confirm) : run, Reading.NEXT);
    }

    private ProcedureRun kept(ProcedureRun run, Confirm confirm) {
        return run.confirmed(
                new Confirmation(run.position(), run.step().number(), confirm.value(), now.at()));
    }

    /// A value alone is bound to a proof that states figures of one unit.
    private static @Nullable Refusal unbound(Step step, Confirm confirm) {
        if (confirm.number() != null) {
            return null;
        }
        if (confirm.value() == null || step.type() != StepType.VERIFY) {
            return Refusal.UNBOUND;
        }
        StatedFigures figures = StatedFigures.of(step.text());
        if (figures.stated().isEmpty()) {
            return Refusal.NO_FIGURE;
        }
        return figures.bindsValue() ? null : Refusal.UNBOUND;
    }

    private static @Nullable Refusal unmet(Step step, String value) {
        return StatedFigures.of(step.text()).fit(value) == Fit.NOT_MET ? Refusal.VALUE : null;
    }

    private Outcome resumed(ProcedureRun run, Reading how) {
        ManualNow manual = manuals.apply(run.text());
        OptionalInt lockOut = LockOutStart.of(run.text());
        boolean anew = isLong(run) && lockOut.isPresent() && run.position() > lockOut.getAsInt();
        return anew
                ? new Outcome.Relocked(
                        run.backTo(lockOut.getAsInt(), now), run.step().number(), manual)
                : new Reads(run.as(Status.ACTIVE, now), how, manual);
    }

    /// A pause that is said late does not make the time before it short.
    private ProcedureRun paused(ProcedureRun run) {
        boolean keeps = run.status() == Status.PAUSED || isLong(run);
        return run.as(Status.PAUSED, keeps ? run.changed() : now);
    }

    private boolean isLong(ProcedureRun run) {
        return now.isLongSince(run.changed(), longPause);
    }

    private static boolean isNumber(String said, Step step) {
        return said.strip().toLowerCase(Locale.ROOT).equals(step.number());
    }

    private static Outcome reads(ProcedureRun run, Reading how) {
        return new Reads(run, how, UNTOLD);
    }

    private static Outcome refused(ProcedureRun run, Refusal why, String said) {
        return new Refused(run, run.step(), why, said);
    }
}
