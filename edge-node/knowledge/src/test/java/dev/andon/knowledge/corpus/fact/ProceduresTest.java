package dev.andon.knowledge.corpus.fact;

import static dev.andon.knowledge.corpus.fact.Facts.PAGE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.fact.Fact.Procedure;
import dev.andon.knowledge.corpus.fact.Fact.StepType;
import dev.andon.knowledge.corpus.fact.Fact.TypedStep;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ProceduresTest {
    private static Step step(String number, String text) {
        return new Step(number, text, PAGE);
    }

    @Test
    void putsTheDangersOfTheSectionFirst() {
        Procedure procedure =
                Facts.of(
                                Procedure.class,
                                "8.1 Replacing the chain",
                                new Notice(Signal.CAUTION, "Wear gloves.", PAGE),
                                step("1", "Loosen the nut."),
                                step("2", "Check the chain."),
                                new Notice(Signal.DANGER, "The plate falls.", PAGE))
                        .getFirst();
        assertThat(procedure.title()).isEqualTo("Replacing the chain");
        assertThat(procedure.notices())
                .extracting(Fact.Notice::signal)
                .containsExactly(Signal.DANGER, Signal.CAUTION);
        assertThat(procedure.steps())
                .extracting(TypedStep::type)
                .containsExactly(StepType.ACTION, StepType.CHECK);
        assertThat(procedure.span().quote()).isEqualTo("1. Loosen the nut.");
    }

    @Test
    void beginsAnewWhereTheNumbersDo() {
        assertThat(
                        Facts.of(
                                Procedure.class,
                                "Belt",
                                step("1", "Open."),
                                step("2", "Lift."),
                                step("1", "Lower."),
                                step("2", "Close.")))
                .extracting(procedure -> procedure.steps().size())
                .containsExactly(2, 2);
    }

    @Test
    void joinsAStepThatWasCut() {
        assertThat(
                        Facts.of(
                                        Procedure.class,
                                        "Belt",
                                        step("1", "Open it. Mark it."),
                                        step("1", "Lift it."),
                                        step("2", "Close."))
                                .getFirst()
                                .steps())
                .extracting(TypedStep::text)
                .containsExactly("Open it. Mark it. Lift it.", "Close.");
    }

    @Test
    void findsAProcedureOverSeveralPassagesOnce() {
        List<String> path = List.of("Belt");
        List<FoundFact> found =
                FactExtractor.facts(
                        List.of(
                                new SectionText(List.of("Other"), List.of()),
                                new SectionText(path, List.<Block>of(step("1", "Open."))),
                                new SectionText(path, List.<Block>of(step("2", "Lift.")))));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().passage()).isEqualTo(1);
        assertThat(found.getFirst().fact())
                .isInstanceOfSatisfying(
                        Procedure.class, procedure -> assertThat(procedure.steps()).hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lock-out and tag-out | Prepare: tell the operators. | SAFETY",
                "Lock-out and tag-out | Shut down: press STOP. | SAFETY",
                "Lock-out and tag-out | Isolate: turn Q1 to OFF. | SAFETY",
                "Lock-out and tag-out | Lock and tag: put your padlock on Q1. | SAFETY",
                "Lock-out and tag-out | Release stored energy: open V3. | SAFETY",
                "Lock-out and tag-out | Verify: press START. Nothing may move. | VERIFY",
                "Lock-out and tag-out | Try to start the machine. | VERIFY",
                "Chain | Verify that zero energy is left. | VERIFY",
                "Chain | Measure the gap: it must be 3 mm. | VERIFY",
                "Chain | Measure the gap. | CHECK",
                "Chain | Carry out the lock-out of section 1.2. | SAFETY",
                "Chain | Wear gloves and goggles. | SAFETY",
                "Chain | Keep hands clear of the belt. | SAFETY",
                "Chain | Loosen the nut by one turn. | ACTION",
                "Consignation | Isoler : mettre Q1 sur 0. | SAFETY",
                "Cône | Consigner la machine selon 1.2. | SAFETY",
                "Cône | Vérifier : visser dix bouchons. | VERIFY",
                "Cône | Contrôler le ressort. | CHECK",
                "Kette | Prüfen Sie die Kette. | CHECK",
                "Kette | Hauptschalter mit einem Vorhängeschloss sichern. | SAFETY",
                "Kette | Stellen Sie sicher, dass nichts anläuft. | VERIFY",
                "Kette | Mutter lösen. | ACTION",
            })
    void tellsWhatAStepIs(String heading, String text, StepType type) {
        Procedure procedure =
                Facts.of(Procedure.class, heading, step("1", text), step("2", "End.")).getFirst();
        assertThat(procedure.steps().getFirst().type()).isEqualTo(type);
    }
}
