package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;

import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

class PdfReaderTest {
    private static final PageRef P1 = new PageRef(null, 1);

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
    void readsParagraphsStepsItemsAndNotices() throws IOException {
        draft.lines(
                60,
                120,
                "The pump feeds the press with hydrau-",
                "lic oil from the tank PX-",
                "200.");
        draft.lines(60, 168, "1. Stop the press and wait until the ram", "    rests.");
        draft.lines(80, 192, "a) Turn the handle.", "b) Lock it.");
        draft.lines(60, 216, "2. Release the pressure.");
        draft.lines(60, 240, "\u2022 a wrench", "\u2022 a lock");
        draft.text(PdfDraft.BOLD, 10, 60, 280, "CAUTION").text(60, 292, "Hot surface.");
        draft.box(55, 310, 300, 50)
                .text(60, 325, "WARNING Stored pressure.")
                .text(60, 345, "Wait.");

        assertThat(read().blocks())
                .containsExactly(
                        new Paragraph(
                                "The pump feeds the press with hydraulic oil from the tank PX-200.",
                                P1),
                        new Step("1", "Stop the press and wait until the ram rests.", P1),
                        new Step("1.a", "Turn the handle.", P1),
                        new Step("1.b", "Lock it.", P1),
                        new Step("2", "Release the pressure.", P1),
                        new Item("a wrench", P1),
                        new Item("a lock", P1),
                        new Notice(Signal.CAUTION, "Hot surface.", P1),
                        new Notice(Signal.WARNING, "Stored pressure. Wait.", P1));
    }

    @Test
    void takesHeadingsFromTheOutline() throws IOException {
        draft.bookmark(1, "1 Safety", 110).text(PdfDraft.BOLD, 16, 60, 130, "1  Safety");
        draft.text(60, 160, "Read this first.");
        draft.bookmark(2, "1.1 A long title on two lines", 190);
        draft.text(PdfDraft.BOLD, 12, 60, 205, "1.1 A long title");
        draft.text(PdfDraft.BOLD, 12, 60, 220, "on two lines");
        draft.text(60, 250, "Stop.").bookmark(1, "Nowhere printed", 300).text(60, 330, "End.");
        draft.text(PdfDraft.BOLD, 14, 60, 380, "Big but not in the outline");

        assertThat(read().blocks())
                .containsExactly(
                        new Heading(1, "1 Safety", P1),
                        new Paragraph("Read this first.", P1),
                        new Heading(2, "1.1 A long title on two lines", P1),
                        new Paragraph("Stop.", P1),
                        new Heading(1, "Nowhere printed", P1),
                        new Paragraph("End.", P1),
                        new Paragraph("Big but not in the outline", P1));
    }

    @Test
    void takesHeadingsFromThePrintWithoutAnOutline() throws IOException {
        draft.text(PdfDraft.BOLD, 18, 60, 120, "Service manual");
        draft.lines(60, 150, "Running text that is long enough", "to be the body of the page.");
        draft.text(PdfDraft.BOLD, 14, 60, 200, "1 Safety")
                .text(60, 220, "Read this first, please.");
        draft.text(PdfDraft.BOLD, 10, 60, 250, "1.1 Lockout").text(60, 270, "Stop the press.");

        assertThat(read().blocks().stream().filter(Heading.class::isInstance))
                .containsExactly(
                        new Heading(1, "Service manual", P1),
                        new Heading(2, "1 Safety", P1),
                        new Heading(4, "1.1 Lockout", P1));
    }

    @Test
    void leavesRunningLinesOutAndTakesThePrintedPage() throws IOException {
        for (int page = 1; page <= 5; page++) {
            draft.text(60, 40, "PX-200 Service manual").text(400, 40, "Revision C");
            draft.text(60, 100, "Text of sheet " + "ABCDE".charAt(page - 1) + ".");
            draft.text(280, 810, "Page " + (page + 10) + " of 30");
            draft.page();
        }

        List<Block> blocks = read().blocks();

        assertThat(blocks).hasSize(5);
        assertThat(blocks.get(0)).isEqualTo(new Paragraph("Text of sheet A.", page("11", 1)));
        assertThat(blocks.get(4)).isEqualTo(new Paragraph("Text of sheet E.", page("15", 5)));
    }

    @Test
    void countsRomanAndThenArabicPages() throws IOException {
        for (String number : List.of("i", "ii", "1", "2", "3")) {
            draft.text(60, 100, "Text.").text(295, 815, number).page();
        }

        assertThat(read().blocks())
                .extracting(Block::page)
                .containsExactly(
                        page("i", 1), page("ii", 2), page("1", 3), page("2", 4), page("3", 5));
    }

    @Test
    void aNumberThatDoesNotCountIsNoPage() throws IOException {
        for (String year : List.of("2024", "2024", "2024")) {
            draft.text(60, 100, "Text.").text(295, 815, year).page();
        }

        assertThat(read().blocks()).extracting(block -> block.page().printed()).containsOnlyNulls();
    }

    @Test
    void joinsASentenceThatGoesOnOverThePage() throws IOException {
        draft.text(60, 700, "3. Close the valve and").page().text(60, 100, "wait ten minutes.");

        assertThat(read().blocks())
                .containsExactly(new Step("3", "Close the valve and wait ten minutes.", P1));
    }

    @Test
    void keepsAnExponentWithItsUnit() throws IOException {
        draft.text(60, 100, "Flow 10 m").text(PdfDraft.PLAIN, 7, 106.2f, 96, "3");
        draft.text(110.2f, 100, "/h of H").text(PdfDraft.PLAIN, 7, 139.8f, 102, "2");

        assertThat(read().blocks()).containsExactly(new Paragraph("Flow 10 m³/h of H2", P1));
    }

    @Test
    void readsTwoColumnsOneAfterTheOther() throws IOException {
        for (int line = 0; line < 10; line++) {
            draft.text(60, 100 + line * 12, "left column number " + line + " runs on and on");
            draft.text(310, 105 + line * 12, "right column number " + line + " runs on and on");
        }

        List<Block> blocks = read().blocks();

        assertThat(blocks).hasSize(2);
        assertThat(((Paragraph) blocks.get(0)).text()).doesNotContain("right");
        assertThat(((Paragraph) blocks.get(1)).text()).doesNotContain("left");
    }

    @Test
    void readsATurnedPageUpright() throws IOException {
        draft.rotation(90);
        draft.text(PdfDraft.PLAIN, 10, new Matrix(0, 1, -1, 0, 100, 60), "Text on a");
        draft.text(PdfDraft.PLAIN, 10, new Matrix(0, 1, -1, 0, 112, 60), "turned page.");
        draft.page().text(PdfDraft.PLAIN, 10, new Matrix(0, 1, -1, 0, 100, 60), "A lying table");

        assertThat(read().blocks())
                .containsExactly(
                        new Paragraph("Text on a turned page.", P1),
                        new Paragraph("A lying table", page(null, 2)));
    }

    @Test
    void knowsWhatTheDocumentSaysOfItself() throws IOException {
        draft.document.getDocumentInformation().setTitle("PX-200 Service Manual");
        draft.document.getDocumentCatalog().setLanguage("fr-FR");
        draft.text(60, 100, "Document: PX200-SM   Revision: C   Applies to: PX-200, PX-220");
        draft.text(60, 130, "Date: 2025-03-01");

        assertThat(read().manual())
                .isEqualTo(
                        new Manual(
                                "px200-sm",
                                "PX-200 Service Manual",
                                "C",
                                "fr",
                                List.of("PX-200", "PX-220"),
                                LocalDate.of(2025, 3, 1)));
    }

    @Test
    void doesNotTakeAProgramsTitleForTheAuthors() throws IOException {
        draft.document.getDocumentInformation().setTitle("Microsoft Word - final2.doc");
        draft.text(60, 100, "Text.");

        assertThat(read().manual())
                .isEqualTo(new Manual("manual", "manual", null, null, List.of(), null));
    }

    private static PageRef page(@Nullable String printed, int pdf) {
        return new PageRef(printed, pdf);
    }

    private ManualContent read() throws IOException {
        Path file = draft.save(folder.resolve("manual.pdf"));
        return new PdfReader().read(file, DeclaredManual.NOTHING);
    }
}
