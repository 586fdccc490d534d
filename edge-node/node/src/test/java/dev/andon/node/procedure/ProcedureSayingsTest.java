package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.node.procedure.Outcome.Finished;
import dev.andon.node.procedure.Outcome.Reading;
import dev.andon.node.procedure.Outcome.Reads;
import dev.andon.node.procedure.Outcome.Refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// What is said.
class ProcedureSayingsTest {
    private static final ManualNow SAME = new ManualNow.Same();
    private static final ProcedureRun RUN =
            ProcedureRun.begin("r", "press-3", Texts.SEAL, new Stamp(1, "b", 1));
    private static final ProcedureRun AT_LOCK = RUN.backTo(2, RUN.begun());
    private static final ProcedureRun AT_PROOF = RUN.backTo(3, RUN.begun());

    private final ProcedureSayings english = ProcedureSayings.of(Language.ENGLISH);

    @Test
    void saysTheNoticesBeforeTheFirstStep() {
        assertThat(english.of(new Outcome.Started(RUN, SAME)))
                .containsExactly(
                        own("Replacing the ram seal kit, from HP-63 press service manual."),
                        own("It has 8 steps."),
                        own("Danger."),
                        verbatim(
                                "Without oil in the cylinder only the safety props carry the ram."),
                        own("Step 1 of 8."),
                        verbatim("Tell the operators."));
    }

    @Test
    void saysAProtectedStepVerbatimWithWhatConfirmsIt() {
        assertThat(english.of(new Refused(AT_PROOF, Texts.PROVE, Refusal.VALUE, "3 bar")))
                .containsExactly(
                        own("3 bar is not what this step states."),
                        own("Step 4 of 8."),
                        verbatim("Verify: gauges M1 and M4 must show 0 bar."),
                        own("When it is proven, say: step 4 verified, or what you read off."));
    }

    @Test
    void saysWhereSomebodyWas() {
        assertThat(english.of(new Reads(AT_LOCK, Reading.WAS_AT, SAME)).getFirst())
                .isEqualTo(own("You were at step 3 of 8:"));
    }

    @Test
    void saysThatTheManualHasANewerRevision() {
        ManualNow newer = new ManualNow.Newer("D");
        assertThat(english.of(new Reads(RUN, Reading.RESUMED, newer)).getFirst())
                .isEqualTo(own("The manual has a newer revision D. You read revision C."));
        assertThat(english.of(new Finished(RUN, newer)))
                .contains(own("The manual has a newer revision D. You finish on revision C."));
        assertThat(english.of(new Finished(RUN, new ManualNow.Newer(null))).getLast().text())
                .contains("without a number");
    }

    @Test
    void tellsGapsAndCountsThePlaceWhereNumbersAreOdd() {
        ProcedureRun odd = ProcedureRun.begin("r", "m", Texts.numbered("1", "2", "4"), RUN.begun());
        assertThat(english.of(new Outcome.Started(odd, SAME)))
                .contains(own("The manual goes from step 2 to step 4."))
                .contains(own("Step 1, number 1 of 3."));
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH", "FRENCH", "GERMAN"})
    void saysEveryOutcomeAndNeverAnotherTextOfTheStep(Language language) {
        ProcedureSayings sayings = ProcedureSayings.of(language);
        for (Reading how : Reading.values()) {
            List<Line> lines = sayings.of(new Reads(AT_LOCK, how, new ManualNow.Gone()));
            assertThat(lines).contains(verbatim(Texts.LOCK.text()));
        }
        for (Refusal why : Refusal.values()) {
            List<Line> lines = sayings.of(new Refused(AT_LOCK, Texts.LOCK, why, "5"));
            assertThat(lines).hasSize(4).contains(verbatim(Texts.LOCK.text()));
        }
        for (Outcome each :
                List.of(
                        new Outcome.NoRun("press-3"),
                        new Outcome.Offered(RUN, Texts.SEAL),
                        new Outcome.Relocked(AT_LOCK, "6", SAME),
                        new Outcome.Paused(RUN),
                        new Outcome.Stopped(RUN),
                        new Outcome.Asked(RUN))) {
            assertThat(sayings.of(each)).isNotEmpty().noneMatch(l -> l.text().contains("%"));
        }
    }

    private static Line own(String text) {
        return new Line(text, false);
    }

    private static Line verbatim(String text) {
        return new Line(text, true);
    }
}
