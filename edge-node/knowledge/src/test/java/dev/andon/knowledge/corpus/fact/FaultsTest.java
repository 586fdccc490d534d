package dev.andon.knowledge.corpus.fact;

import static dev.andon.knowledge.corpus.fact.Facts.PAGE;
import static dev.andon.knowledge.corpus.fact.Facts.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.fact.Fact.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Fault tables, fault headings and fault lists.
class FaultsTest {
    private static Fault only(String heading, Block... blocks) {
        List<Fault> faults = Facts.of(Fault.class, heading, blocks);
        assertThat(faults).hasSize(1);
        return faults.getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Code | Meaning | Cause | Remedy",
                "Fault code | Description | Possible causes | Corrective action",
                "Code | Signification | Cause probable | Remède",
                "Fehlercode | Bedeutung | Mögliche Ursache | Abhilfe",
            })
    void readsATableInThreeLanguages(String header) {
        Fault fault =
                only(
                        "",
                        table(
                                "",
                                header,
                                "E-42 | Vacuum low | Cup torn; hose loose | Look. Mend."));
        assertThat(fault.code()).isEqualTo("E-42");
        assertThat(fault.meaning()).isEqualTo("Vacuum low");
        assertThat(fault.causes()).containsExactly("Cup torn", "hose loose");
        assertThat(fault.remedies()).containsExactly("Look.", "Mend.");
        assertThat(fault.span().page()).isEqualTo(PAGE);
    }

    @Test
    void goesOnWithTheFaultAbove() {
        Fault fault =
                only(
                        "",
                        table(
                                "",
                                "Code | Meaning | Cause | Remedy",
                                "E-42 | Vacuum low | Cup torn | Replace it",
                                " | | Hose loose | Tighten it"));
        assertThat(fault.causes()).containsExactly("Cup torn", "Hose loose");
        assertThat(fault.remedies()).containsExactly("Replace it", "Tighten it");
        assertThat(fault.span().quote().lines()).hasSize(2);
    }

    @Test
    void readsASymptomWithoutACode() {
        Fault fault =
                only("", table("", "Symptom | Cause | Remedy", "It squeals | Dry guides | Grease"));
        assertThat(fault.code()).isEmpty();
        assertThat(fault.meaning()).isEqualTo("It squeals");
    }

    @Test
    void readsAHeadingWithLabels() {
        Fault fault =
                only(
                        "E-42 Vacuum lost",
                        new Paragraph("The layer unit has dropped a sheet.", PAGE),
                        new Paragraph("Cause:", PAGE),
                        new Item("A cup is torn.", PAGE),
                        new Item("A hose is loose.", PAGE),
                        new Paragraph("Remedy: Replace the cup.", PAGE));
        assertThat(fault.code()).isEqualTo("E-42");
        assertThat(fault.meaning()).isEqualTo("Vacuum lost");
        assertThat(fault.causes()).containsExactly("A cup is torn.", "A hose is loose.");
        assertThat(fault.remedies()).containsExactly("Replace the cup.");
    }

    @Test
    void readsAListBelowAHeadingOfFaults() {
        assertThat(
                        Facts.of(
                                Fault.class,
                                "Fault codes",
                                new Item("E-42: Vacuum low. Remedy: Replace the cup.", PAGE),
                                new Item("E-43 – Two sheets", PAGE)))
                .extracting(Fault::code, Fault::meaning)
                .containsExactly(tuple("E-42", "Vacuum low."), tuple("E-43", "Two sheets"));
    }

    @Test
    void takesNoFaultFromCodesOfSomethingElse() {
        Block codes = table("", "Code | Description", "G41 | Cutter compensation");
        assertThat(Facts.of(Fault.class, "Quick reference", codes)).isEmpty();
        assertThat(Facts.of(Fault.class, "Fault codes", codes)).hasSize(1);
    }

    @Test
    void takesNoFaultFromThreadsAndParts() {
        assertThat(Facts.of(Fault.class, "M8 bolts", new Paragraph("They are dry.", PAGE)))
                .isEmpty();
        assertThat(Facts.of(Fault.class, "Sensors", new Item("B15: Thickness sensor", PAGE)))
                .isEmpty();
        assertThat(
                        Facts.of(
                                Fault.class,
                                "",
                                table("", "Mark | Assembly | Function", "M1 | Motor | Lifts")))
                .isEmpty();
    }
}
