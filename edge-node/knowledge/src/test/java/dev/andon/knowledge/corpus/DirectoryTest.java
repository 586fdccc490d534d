package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class DirectoryTest {
    private static final PageRef TWO = new PageRef("2", 2);
    private static final List<Block> BODY =
            List.of(
                    heading("1 Safety"),
                    heading("1.1 Lock-out"),
                    new Paragraph("Stop the press.", TWO),
                    heading("2 Data"),
                    heading("2.1 Torques"),
                    new Paragraph("Tighten to 25 N·m.", TWO),
                    heading("3 Faults"),
                    new Item("Oil pump", TWO),
                    heading("Oil pump"),
                    new Paragraph("It howls.", TWO));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contents",
                "CONTENTS:",
                "Table of contents (continued)",
                "0.1 Table of Contents",
                "List of figures",
                "Index",
                "Inhaltsverzeichnis",
                "Inhalt",
                "Sommaire",
                "Table des matières",
            })
    void leavesOutTheSectionBelowTheHeadingOfADirectory(String title) {
        assertThat(
                        leftOut(
                                heading(title),
                                new Paragraph("Safety 1 Torques 5", TWO),
                                new Item("Whatever else", TWO)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Revision history",
                "A.2 Change record",
                "Änderungsverzeichnis",
                "Historique des révisions"
            })
    void leavesOutWhatOlderRevisionsSaid(String title) {
        Table table =
                new Table(null, List.of("Rev", "Change"), List.of(List.of("B", "86 N·m.")), TWO);
        String sentence =
                "Every change since the first edition of this manual stands in the table.";
        assertThat(leftOut(heading(title), new Paragraph(sentence, TWO), table)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contents of the delivery", "Index plate", "Revision", "Changing oil"})
    void keepsSectionsThatOnlySoundAlike(String title) {
        assertThat(leftOut(heading(title), new Item("A press", TWO))).hasSize(2);
    }

    @Test
    void leavesOutEntriesWithLeadersWhateverStandsAboveThem() {
        assertThat(
                        leftOut(
                                heading("PX-200"),
                                heading("1 Safety ............ 1"),
                                new Step("1.1", "Lock-out . . . . . . . . . 1", TWO),
                                new Paragraph("2 Data.....4 2.1 Torques.....5", TWO),
                                new Paragraph("Preface ……………… iii", TWO),
                                new Item("Faults ........ 3-12", TWO)))
                .containsExactly(heading("PX-200"));
    }

    @Test
    void leavesOutEntriesWithoutLeadersThatRepeatNumberedHeadings() {
        assertThat(
                        leftOut(
                                new Paragraph("1 Safety 2.1 Torques", TWO),
                                new Step("1.1", "Lock-out 3 Faults", TWO),
                                new Paragraph("2 Data Oil pump 7", TWO)))
                .isEmpty();
        List<List<String>> rows = List.of(List.of("1.1 Lock-out", "1"), List.of("2 Data", "4"));
        List<List<String>> more = List.of(List.of("2.1 Torques", "5"), List.of("3 Faults", "6"));
        assertThat(
                        leftOut(
                                new Table(null, List.of("1 Safety", "1"), rows, TWO),
                                new Table(null, List.of("Title", "Page"), more, TWO)))
                .isEmpty();
    }

    @Test
    void keepsAFewEntriesAndListsWithoutNumbers() {
        List<Block> few =
                List.of(new Paragraph("2.1 Torques", TWO), new Paragraph("3 Faults", TWO));
        assertThat(leftOut(few.toArray(Block[]::new))).isEqualTo(few);
        Item pump = new Item("Oil pump", TWO);
        assertThat(leftOut(pump, pump, pump, pump, pump, pump)).hasSize(6);
        Paragraph setting = new Paragraph("Oil pump = 1", TWO);
        assertThat(leftOut(setting, setting, setting, setting, setting, setting)).hasSize(6);
    }

    @Test
    void keepsTheTextOfAManualWhoseOtherHeadingsWereNotRecognised() {
        Notice notice = new Notice(Signal.DANGER, "The ram can fall.", TWO);
        assertThat(leftOut(heading("Contents"), new Item("Safety", TWO), notice))
                .containsExactly(notice);
        Paragraph text =
                new Paragraph("Open the valve V3 and wait until the gauge reads zero.", TWO);
        assertThat(leftOut(heading("Contents"), text, notice)).containsExactly(text, notice);
        Paragraph later = new Paragraph("Short.", new PageRef("8", 8));
        assertThat(leftOut(heading("Revision history"), notice, later)).containsExactly(later);
    }

    /// What is kept of the blocks in front of the body.
    private static List<Block> leftOut(Block... front) {
        List<Block> blocks = new ArrayList<>(List.of(front));
        blocks.addAll(BODY);
        List<Block> kept = Directory.leftOut(blocks);
        assertThat(kept).endsWith(BODY.toArray(Block[]::new));
        return kept.subList(0, kept.size() - BODY.size());
    }

    private static Heading heading(String text) {
        return new Heading(1, text, TWO);
    }
}
