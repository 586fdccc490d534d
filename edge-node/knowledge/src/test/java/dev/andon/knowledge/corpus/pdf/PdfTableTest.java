package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class PdfTableTest {
    private static final PageRef P1 = new PageRef(null, 1);
    private static final PageRef P2 = new PageRef(null, 2);
    private static final List<String> HEADER = List.of("Thread", "Torque, dry", "Where");

    @TempDir Path folder;
    private PdfDraft draft;

    @BeforeEach
    void begin() throws IOException {
        draft = new PdfDraft();
    }

    @AfterEach
    void end() throws IOException {
        draft.close();
    }

    @Test
    void rebuildsARuledTableCellByCell() throws IOException {
        draft.text(60, 94, "Table 1: Torques");
        draft.grid(
                100,
                new float[] {60, 130, 220, 400},
                32,
                List.of(
                        List.of("Thread", "Torque,|dry", "Where"),
                        List.of("M8", "25 N\u00b7m", "Guard and the|cover of the pump"),
                        List.of("M10", "", "Pump")));

        assertThat(blocks())
                .containsExactly(
                        new Table(
                                "Table 1: Torques",
                                HEADER,
                                List.of(
                                        List.of("M8", "25 N·m", "Guard and the cover of the pump"),
                                        List.of("M10", "", "Pump")),
                                P1));
    }

    @Test
    void repeatsTheHeaderOnTheNextPage() throws IOException {
        float[] xs = {60, 130, 220, 400};
        draft.grid(600, xs, 20, List.of(HEADER, List.of("M8", "25 N\u00b7m", "Guard")));
        draft.page();
        draft.rule(60, 60, 400, 60).rule(60, 80, 400, 80).rule(60, 100, 400, 100);
        for (float x : xs) {
            draft.rule(x, 60, x, 100);
        }
        draft.text(64, 73, "M10").text(134, 73, "49 N\u00b7m").text(224, 73, "Pump");
        draft.text(64, 93, "M12").text(134, 93, "85 N\u00b7m").text(224, 93, "Ram");

        assertThat(blocks())
                .containsExactly(
                        new Table(null, HEADER, List.of(List.of("M8", "25 N·m", "Guard")), P1),
                        new Table(
                                null,
                                HEADER,
                                List.of(
                                        List.of("M10", "49 N·m", "Pump"),
                                        List.of("M12", "85 N·m", "Ram")),
                                P2));
    }

    @Test
    void joinsATableWhoseRestSaysThatItIsContinued() throws IOException {
        float[] xs = {60, 130, 220, 400};
        draft.text(60, 592, "Table 5: Torques");
        draft.grid(600, xs, 20, List.of(HEADER, List.of("M8", "25 N\u00b7m", "Guard")));
        draft.page().text(60, 52, "Table 5 (continued)");
        draft.rule(60, 60, 400, 60).rule(60, 80, 400, 80).rule(60, 100, 400, 100);
        for (float x : xs) {
            draft.rule(x, 60, x, 100);
        }
        draft.text(64, 73, "M10").text(134, 73, "49 N\u00b7m").text(224, 73, "Pump");
        draft.text(64, 93, "M12").text(134, 93, "85 N\u00b7m").text(224, 93, "Ram");

        assertThat(blocks().getLast())
                .isEqualTo(
                        new Table(
                                "Table 5: Torques",
                                HEADER,
                                List.of(
                                        List.of("M10", "49 N·m", "Pump"),
                                        List.of("M12", "85 N·m", "Ram")),
                                P2));
    }

    @Test
    void aTableWithoutSidesEndsWhereItsRulesEnd() throws IOException {
        for (int row = 0; row <= 3; row++) {
            draft.rule(60, 100 + row * 20, 400, 100 + row * 20);
        }
        draft.rule(150, 100, 150, 160).rule(280, 100, 280, 160);
        List<List<String>> rows =
                List.of(HEADER, List.of("M8", "25", "Guard"), List.of("M10", "49", "Pump"));
        for (int row = 0; row < 3; row++) {
            draft.text(64, 113 + row * 20, rows.get(row).get(0));
            draft.text(154, 113 + row * 20, rows.get(row).get(1));
            draft.text(284, 113 + row * 20, rows.get(row).get(2));
        }

        assertThat(blocks()).containsExactly(new Table(null, HEADER, rows.subList(1, 3), P1));
    }

    @Test
    void spreadsACellThatCoversSeveral() throws IOException {
        // Torque covers two columns of the header, Thread two rows.
        draft.box(60, 100, 300, 60).rule(160, 100, 160, 160).rule(260, 120, 260, 160);
        draft.rule(160, 120, 360, 120).rule(60, 140, 360, 140);
        draft.text(PdfDraft.BOLD, 10, 64, 123, "Thread");
        draft.text(PdfDraft.BOLD, 10, 240, 113, "Torque");
        draft.text(PdfDraft.BOLD, 10, 164, 133, "dry").text(PdfDraft.BOLD, 10, 264, 133, "oiled");
        draft.text(64, 153, "M8").text(164, 153, "25").text(264, 153, "20");

        assertThat(blocks())
                .containsExactly(
                        new Table(
                                null,
                                List.of("Thread", "Torque dry", "Torque oiled"),
                                List.of(List.of("M8", "25", "20")),
                                P1));
    }

    @Test
    void rebuildsATableWithoutRules() throws IOException {
        draft.text(60, 100, "Spare parts of the press are listed here in the order of their use.");
        draft.text(PdfDraft.BOLD, 10, 60, 130, "Part").text(PdfDraft.BOLD, 10, 200, 130, "Number");
        draft.text(60, 148, "Seal kit").text(200, 148, "SES7315-2EH14");
        draft.text(60, 166, "Filter element").text(200, 166, "HF-2210");
        draft.text(60, 178, "of the return line");
        draft.text(60, 196, "Oil").text(200, 196, "HLP 46");
        draft.text(60, 240, "Order them early.");

        assertThat(blocks())
                .hasSize(3)
                .contains(
                        new Table(
                                null,
                                List.of("Part", "Number"),
                                List.of(
                                        List.of("Seal kit", "SES7315-2EH14"),
                                        List.of("Filter element of the return line", "HF-2210"),
                                        List.of("Oil", "HLP 46")),
                                P1));
    }

    @Test
    void rebuildsATableWithHorizontalRulesWhoseCellsAreCentred() throws IOException {
        draft.text(PdfDraft.BOLD, 10, 60, 110, "Code").text(PdfDraft.BOLD, 10, 120, 110, "Cause");
        draft.rule(55, 118, 400, 118).rule(55, 150, 400, 150).rule(55, 170, 400, 170);
        draft.text(60, 137, "E-41")
                .text(120, 131, "The cable is broken")
                .text(120, 143, "somewhere.");
        draft.text(60, 163, "E-42").text(120, 163, "Heat");

        assertThat(blocks())
                .containsExactly(
                        new Table(
                                null,
                                List.of("Code", "Cause"),
                                List.of(
                                        List.of("E-41", "The cable is broken somewhere."),
                                        List.of("E-42", "Heat")),
                                P1));
    }

    @Test
    void keepsColumnsApartWhereTheTableBelowHasARuleNextToTheirs() throws IOException {
        List<List<String>> values =
                List.of(List.of("Part", "Value", "Unit"), List.of("A", "48", "mm"));
        draft.grid(100, new float[] {60, 200.2f, 300.75f, 400}, 20, values);
        draft.grid(300, new float[] {60, 200.2f, 300.25f, 400}, 20, values);

        assertThat(blocks())
                .extracting(block -> ((Table) block).rows())
                .containsExactly(
                        List.of(List.of("A", "48", "mm")), List.of(List.of("A", "48", "mm")));
    }

    @Test
    void aTableOfLabelsHasNoHeader() throws IOException {
        draft.box(60, 100, 300, 40).rule(60, 120, 360, 120).rule(160, 100, 160, 140);
        draft.text(PdfDraft.BOLD, 10, 64, 113, "Force").text(164, 113, "2000 kN");
        draft.text(PdfDraft.BOLD, 10, 64, 133, "Mass").text(164, 133, "12 t");

        assertThat(blocks())
                .containsExactly(
                        new Table(
                                null,
                                List.of("", ""),
                                List.of(List.of("Force", "2000 kN"), List.of("Mass", "12 t")),
                                P1));
    }

    private List<Block> blocks() throws IOException {
        Path file = draft.save(folder.resolve("manual.pdf"));
        return new PdfReader().read(file, DeclaredManual.NOTHING).blocks();
    }
}
