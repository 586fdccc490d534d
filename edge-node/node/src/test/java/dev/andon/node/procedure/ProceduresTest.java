package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.procedure.Outcome.Finished;
import dev.andon.node.procedure.Outcome.Offered;
import dev.andon.node.procedure.Outcome.Reading;
import dev.andon.node.procedure.Outcome.Reads;
import dev.andon.node.procedure.Outcome.Refused;
import dev.andon.node.procedure.Outcome.Relocked;
import dev.andon.node.procedure.Outcome.Started;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// What passes what.
class ProceduresTest {
    private static final Move NEXT = new Move.Next();
    private static final Move DONE = new Move.Done();
    private static final Move BACK = new Move.Back();
    private static final Move RESUME = new Move.Resume();
    private static final Move PAUSE = new Move.Pause();

    private final Bench bench = new Bench();

    @Test
    void beginsAtTheFirstStep() {
        assertThat(bench.start(Texts.SEAL)).isInstanceOf(Started.class);
        assertThat(bench.at()).isEqualTo("1");
    }

    @Test
    void offersTheOpenRunInsteadOfReplacingIt() {
        bench.startedAt(Texts.SEAL, "3");
        ProcedureText other = Texts.numbered("1", "2");
        assertThat(bench.start(other)).isEqualTo(new Offered(bench.run(), other));
        assertThat(bench.run().text()).isEqualTo(Texts.SEAL);
        assertThat(bench.at()).isEqualTo("3");
    }

    @Test
    void passesActionsAndChecksWithNextOrDone() {
        bench.start(Texts.SEAL);
        assertReads(bench.move(NEXT), Reading.NEXT, "2");
        assertReads(bench.move(DONE), Reading.NEXT, "3");
    }

    @Test
    void passesASafetyStepOnlyWithItsOwnConfirmation() {
        bench.startedAt(Texts.SEAL, "3");
        assertRefused(bench.move(NEXT), Refusal.CONFIRMATION);
        assertRefused(bench.move(DONE), Refusal.CONFIRMATION);
        assertRefused(bench.move(new Move.Several()), Refusal.ONE_AT_A_TIME);
        assertRefused(bench.move(new Move.Jump("5")), Refusal.ORDER);
        assertRefused(bench.move(new Move.Confirm(null, null)), Refusal.UNBOUND);
        assertRefused(bench.move(new Move.Confirm(null, "0 bar")), Refusal.UNBOUND);
        assertRefused(bench.confirm("4"), Refusal.OTHER_STEP);
        assertReads(bench.confirm("3"), Reading.NEXT, "4");
    }

    @ParameterizedTest
    @CsvSource({
        "0 bar, true",
        "zero bar, true",
        "3 bar, false",
        "0.1 bar, false",
        "0 kPa, false",
        "0, false",
        "about 0 bar, false",
        "nothing, false",
    })
    void holdsASpokenValueAgainstTheStep(String value, boolean passes) {
        bench.startedAt(Texts.SEAL, "4");
        Outcome outcome = bench.move(new Move.Confirm(null, value));
        if (passes) {
            assertReads(outcome, Reading.NEXT, "5");
            assertThat(bench.run().confirmations().getLast().value()).isEqualTo(value);
        } else {
            assertRefused(outcome, Refusal.VALUE);
            assertThat(((Refused) outcome).said()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "M1 shows 245 to 250 bar., 247 bar, true",
        "M1 shows 245 to 250 bar., 251 bar, false",
        "M3 shows less than 2 bar., 1.9 bar, true",
        "M3 shows less than 2 bar., 2 bar, false",
        "M3 shows less than 2 bar., less than 2 bar, true",
        "Travel at least 8 mm., 7.5 mm, false",
        "Travel at least 8 mm., 8 mm, true",
        "The gap is 0.20 ± 0.05 mm., 0.24 mm, true",
        "The gap is 0.20 ± 0.05 mm., 0.26 mm, false",
        "Hold 5 min; less than 0.5 mm., 5 min, false",
        "The ram moves without a jerk., 5 bar, false",
    })
    void readsLimitsOutOfTheStep(String step, String value, boolean passes) {
        bench.start(
                Texts.text(
                        "C",
                        new Step("1", step, Texts.PROVE.type()),
                        new Step("2", "Go on.", Texts.SEAL.steps().getFirst().type())));
        Outcome outcome = bench.move(new Move.Confirm(null, value));
        assertThat(outcome).isInstanceOf(passes ? Reads.class : Refused.class);
        assertThat(bench.at()).isEqualTo(passes ? "2" : "1");
    }

    @Test
    void takesNoValueAloneWhereTheStepStatesNone() {
        bench.startedAt(Texts.SEAL, "7");
        assertRefused(bench.move(new Move.Confirm(null, "5 bar")), Refusal.NO_FIGURE);
        assertReads(bench.move(new Move.Confirm("7", "5 bar")), Reading.NEXT, "8");
    }

    @Test
    void wantsSafetyStepsConfirmedAnewBehindAStepBack() {
        bench.startedAt(Texts.SEAL, "5");
        assertReads(bench.move(BACK), Reading.BACK, "4");
        assertReads(bench.move(BACK), Reading.BACK, "3");
        assertThat(bench.run().confirmations()).isEmpty();
        assertRefused(bench.move(NEXT), Refusal.CONFIRMATION);
        bench.confirm("3");
        assertRefused(bench.move(NEXT), Refusal.CONFIRMATION);
    }

    @Test
    void jumpsBackButNotForward() {
        bench.startedAt(Texts.SEAL, "5");
        assertReads(bench.move(new Move.Jump("2")), Reading.BACK, "2");
        assertRefused(bench.move(new Move.Jump("5")), Refusal.ORDER);
        assertRefused(bench.move(new Move.Jump("12")), Refusal.UNKNOWN_STEP);
        assertReads(bench.move(new Move.Jump("2")), Reading.AGAIN, "2");
        assertThat(bench.run().confirmations()).isEmpty();
    }

    @Test
    void staysAtTheFirstStepWhenSomebodyGoesBackFromThere() {
        bench.start(Texts.SEAL);
        assertReads(bench.move(BACK), Reading.FIRST, "1");
    }

    @Test
    void readsOneStepWhereSeveralWereAskedFor() {
        bench.start(Texts.SEAL);
        assertReads(bench.move(new Move.Several()), Reading.ONE_ONLY, "2");
    }

    @Test
    void refusesAConfirmationOfAnotherStepAtAnActionToo() {
        bench.start(Texts.SEAL);
        assertRefused(bench.confirm("2"), Refusal.OTHER_STEP);
        assertReads(bench.confirm("1"), Reading.NEXT, "2");
    }

    @Test
    void endsBehindTheLastStep() {
        bench.startedAt(Texts.SEAL, "8");
        ProcedureRun last = bench.run();
        assertThat(bench.move(DONE)).isInstanceOf(Finished.class);
        assertThat(last.confirmations())
                .extracting(Confirmation::number)
                .containsExactly("3", "4", "6", "7");
        assertThat(bench.move(NEXT)).isEqualTo(new Outcome.NoRun(Bench.PRESS));
    }

    @Test
    void stopsAtAnyStep() {
        bench.startedAt(Texts.SEAL, "3");
        assertThat(bench.move(new Move.Stop())).isInstanceOf(Outcome.Stopped.class);
        assertThat(bench.start(Texts.SEAL)).isInstanceOf(Started.class);
    }

    @Test
    void readsTheStepBeforeAnythingMovesBehindAPause() {
        bench.startedAt(Texts.SEAL, "5");
        bench.move(PAUSE);
        assertReads(bench.move(new Move.Where()), Reading.WHERE, "5");
        assertReads(bench.move(new Move.Repeat()), Reading.AGAIN, "5");
        assertReads(bench.move(DONE), Reading.WAS_AT, "5");
        assertReads(bench.move(DONE), Reading.NEXT, "6");
    }

    @Test
    void readsTheStepBeforeAConfirmationCountsBehindARestart() {
        bench.startedAt(Texts.SEAL, "3");
        bench.restart();
        assertReads(bench.confirm("3"), Reading.WAS_AT, "3");
        assertReads(bench.confirm("3"), Reading.NEXT, "4");
        bench.restart();
        assertReads(bench.move(RESUME), Reading.RESUMED, "4");
        assertReads(bench.confirm("4"), Reading.NEXT, "5");
    }

    @Test
    void wantsTheLockOutAnewBehindALongPause() {
        bench.startedAt(Texts.SEAL, "5");
        bench.move(PAUSE);
        bench.pass(Bench.SHIFT);
        Outcome outcome = bench.move(RESUME);
        assertThat(outcome).isEqualTo(new Relocked(bench.run(), "5", new ManualNow.Same()));
        assertThat(bench.at()).isEqualTo("3");
        assertThat(bench.run().confirmations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"said nothing", "said pause late", "paused, then pause again"})
    void countsALongPauseHoweverItWasSpent(String how) {
        bench.startedAt(Texts.SEAL, "5");
        if (how.startsWith("paused")) {
            bench.move(PAUSE);
        }
        bench.pass(Bench.SHIFT);
        if (!how.equals("said nothing")) {
            bench.move(PAUSE);
        }
        assertThat(bench.move(DONE)).isInstanceOf(Relocked.class);
    }

    @Test
    void keepsTheLockOutBehindAShortPauseAndBeforeIt() {
        bench.startedAt(Texts.SEAL, "5");
        bench.move(PAUSE);
        bench.pass(Bench.SHIFT.minusMillis(1));
        assertReads(bench.move(RESUME), Reading.RESUMED, "5");
        bench.move(new Move.Jump("3"));
        bench.pass(Bench.SHIFT);
        assertReads(bench.move(RESUME), Reading.RESUMED, "3");
    }

    @Test
    void holdsAPauseForLongWhenNobodyCanTellHowLongItWas() {
        bench.startedAt(Texts.SEAL, "5");
        bench.now = new Stamp(bench.now.at() - 1, "boot-2", 50);
        bench.restart();
        assertThat(bench.move(DONE)).isInstanceOf(Relocked.class);
    }

    @Test
    void isNotFooledByAWallClockThatWasSetWhileItRan() {
        bench.startedAt(Texts.SEAL, "5");
        bench.now =
                new Stamp(
                        bench.now.at(),
                        bench.now.boot(),
                        bench.now.upMs() + Duration.ofHours(9).toMillis());
        assertThat(bench.move(DONE)).isInstanceOf(Relocked.class);
    }

    @Test
    void tellsANewerRevisionWhenItGoesOnAndAtTheEndAndKeepsItsText() {
        bench.startedAt(Texts.SEAL, "7");
        ManualNow newer = new ManualNow.Newer("D");
        bench.manual = newer;
        bench.move(PAUSE);
        assertThat(bench.move(RESUME)).isEqualTo(new Reads(bench.run(), Reading.RESUMED, newer));
        assertReads(bench.confirm("7"), Reading.NEXT, "8");
        assertThat(bench.run().text()).isEqualTo(Texts.SEAL);
        assertThat(bench.move(DONE))
                .isInstanceOfSatisfying(
                        Finished.class, done -> assertThat(done.manual()).isEqualTo(newer));
    }

    @Test
    void leavesWordsAtOtherStepsToTheDialogue() {
        bench.start(Texts.SEAL);
        assertThat(bench.hear("skip this")).isEqualTo(new Outcome.Unguarded(bench.run()));
        bench.move(new Move.Stop());
        assertThat(bench.hear("skip this")).isEqualTo(new Outcome.NoRun(Bench.PRESS));
    }

    /// The step that was read without a number of its own in mind: a run without anything to lock.
    @Test
    void goesOnWithoutALockOutWhereTheManualHasNone() {
        bench.startedAt(Texts.numbered("1", "2", "3"), "3");
        bench.pass(Bench.SHIFT);
        assertReads(bench.move(RESUME), Reading.RESUMED, "3");
    }

    private void assertReads(Outcome outcome, Reading how, String number) {
        assertThat(outcome).isEqualTo(new Reads(bench.run(), how, new ManualNow.Same()));
        assertThat(bench.at()).isEqualTo(number);
    }

    private void assertRefused(Outcome outcome, Refusal why) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.why()).isEqualTo(why);
                            assertThat(refused.run()).isEqualTo(bench.run());
                            assertThat(refused.step()).isEqualTo(bench.run().step());
                        });
    }
}
