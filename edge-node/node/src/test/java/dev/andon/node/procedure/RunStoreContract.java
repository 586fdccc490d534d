package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What every store of runs does.
public abstract class RunStoreContract {
    private static final Stamp NOW = new Stamp(1_000, "boot", 10);
    private static final ProcedureRun RUN = ProcedureRun.begin("r-1", "press-3", Texts.SEAL, NOW);

    /// An empty one; the same until the test ends.
    protected abstract RunStore store();

    @Test
    final void keepsTheRunOfTheOutcomeWhole() {
        ProcedureRun later =
                RUN.onward(NOW)
                        .confirmed(new Confirmation(0, "1", "0 bar", 7))
                        .as(ProcedureRun.Status.PAUSED, new Stamp(2_000, "boot-2", 5));
        keep(RUN);
        keep(later);
        assertThat(store().open("press-3")).contains(later);
        assertThat(store().open("press-4")).isEmpty();
    }

    @Test
    final void givesTheOpenRunToTheDecision() {
        keep(RUN);
        store().change(
                        "press-3",
                        open -> {
                            assertThat(open).isEqualTo(RUN);
                            return new Outcome.NoRun("press-3");
                        });
        assertThat(store().open("press-3")).contains(RUN);
    }

    @Test
    protected final void forgetsARunThatEnded() {
        keep(RUN);
        keep(RUN.as(ProcedureRun.Status.DONE, NOW));
        assertThat(store().open("press-3")).isEmpty();
        ProcedureRun second = ProcedureRun.begin("r-2", "press-3", Texts.SEAL, NOW);
        keep(second);
        assertThat(store().open("press-3")).contains(second);
    }

    @Test
    final void keepsNothingOfADecisionThatFails() {
        keep(RUN);
        assertThatThrownBy(
                        () ->
                                store().change(
                                                "press-3",
                                                _ -> {
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");
        assertThat(store().open("press-3")).contains(RUN);
    }

    @Test
    final void keepsRunsOfMachinesApart() {
        ProcedureRun other = ProcedureRun.begin("r-9", "press-4", Texts.SEAL, NOW);
        keep(RUN);
        keep(other);
        keep(RUN.onward(NOW));
        assertThat(List.of(store().open("press-3"), store().open("press-4")))
                .allMatch(run -> run.isPresent());
        assertThat(store().open("press-4")).contains(other);
    }

    private void keep(ProcedureRun run) {
        store().change(run.machine(), _ -> new Outcome.Paused(run));
    }
}
