package dev.andon.knowledge.corpus.docx;

import static dev.andon.knowledge.corpus.docx.DocxDraft.cell;
import static dev.andon.knowledge.corpus.docx.DocxDraft.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Figure;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class DocxReaderTest {
    private static final String BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>";

    @TempDir Path folder;

    @Test
    void knowsHeadingsByStyleAndOutlineLevelWhateverWordCallsThem() {
        DocxDraft draft =
                new DocxDraft()
                        .headings()
                        .style("MeinTitel", "Mein Titel", "<w:basedOn w:val=\"Titre2\"/>")
                        .styled("Titre1", "Sécurité")
                        .styled("MeinTitel", "Presse")
                        .styled("berschrift3", "Düse")
                        .styled("Überschrift 3", "Ventil")
                        .xml(
                                "<w:p><w:pPr><w:outlineLvl w:val=\"3\"/></w:pPr>"
                                        + run("Deep")
                                        + "</w:p>")
                        .xml(
                                "<w:p><w:pPr><w:pStyle w:val=\"Titre1\"/><w:outlineLvl"
                                        + " w:val=\"9\"/></w:pPr>"
                                        + run("Text.")
                                        + "</w:p>");
        assertThat(blocks(draft))
                .containsExactly(
                        new Heading(1, "Sécurité", PageRef.NONE),
                        new Heading(2, "Presse", PageRef.NONE),
                        new Paragraph("Düse", PageRef.NONE),
                        new Heading(3, "Ventil", PageRef.NONE),
                        new Heading(4, "Deep", PageRef.NONE),
                        new Paragraph("Text.", PageRef.NONE));
    }

    @Test
    void countsListsAsWordShowsThem() {
        DocxDraft draft =
                new DocxDraft()
                        .list(1, "decimal:%1.", "lowerLetter:%2)", "bullet:o")
                        .list(2, "decimal:Step %1:", "decimal:%1.%2")
                        .listOf(
                                1,
                                3,
                                "<w:lvlOverride w:ilvl=\"0\"><w:startOverride"
                                        + " w:val=\"1\"/></w:lvlOverride>")
                        .listed(1, 0, "Close the valve.")
                        .listed(1, 0, "Unscrew the bowl.")
                        .listed(1, 1, "Turn left.")
                        .listed(1, 2, "Slowly.")
                        .listed(1, 1, "Catch the oil.")
                        .paragraph("Wait.")
                        .listed(1, 0, "Fit the filter.")
                        .listed(2, 0, "Start.")
                        .listed(2, 1, "Press green.")
                        .listed(3, 0, "Begin again.");
        assertThat(blocks(draft))
                .containsExactly(
                        new Step("1", "Close the valve.", PageRef.NONE),
                        new Step("2", "Unscrew the bowl.", PageRef.NONE),
                        new Step("2.a", "Turn left.", PageRef.NONE),
                        new Item("Slowly.", PageRef.NONE),
                        new Step("2.b", "Catch the oil.", PageRef.NONE),
                        new Paragraph("Wait.", PageRef.NONE),
                        new Step("3", "Fit the filter.", PageRef.NONE),
                        new Step("1", "Start.", PageRef.NONE),
                        new Step("1.1", "Press green.", PageRef.NONE),
                        new Step("1", "Begin again.", PageRef.NONE));
    }

    @Test
    void numbersHeadingsAsThePagePrintsThem() {
        DocxDraft draft =
                new DocxDraft()
                        .list(7, "decimal:%1", "decimal:%1.%2")
                        .style(
                                "H1",
                                "heading 1",
                                "<w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr>")
                        .style(
                                "H2",
                                "heading 2",
                                "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId"
                                        + " w:val=\"7\"/></w:numPr></w:pPr>")
                        .styled("H1", "Safety")
                        .styled("H1", "Torques")
                        .styled("H2", "Nozzle");
        assertThat(blocks(draft))
                .extracting(block -> ((Heading) block).text())
                .containsExactly("1 Safety", "2 Torques", "2.1 Nozzle");
    }

    @Test
    void readsMergedCellsIntoEveryRowAndColumnThatTheyCover() {
        DocxDraft draft =
                new DocxDraft()
                        .paragraph("Table 3: Torques")
                        .xml("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>")
                        .xml(cell("<w:vMerge w:val=\"restart\"/>", "Thread"))
                        .xml(cell("<w:gridSpan w:val=\"2\"/>", "Torque"))
                        .xml("</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>")
                        .xml(cell("<w:vMerge/>", "") + cell("", "dry") + cell("", "oiled"))
                        .xml("</w:tr><w:tr>" + cell("<w:vMerge w:val=\"restart\"/>", "M8"))
                        .xml(cell("", "25 N·m") + cell("", "20 N·m"))
                        .xml("</w:tr><w:tr>" + cell("<w:vMerge/>", ""))
                        .xml(cell("<w:gridSpan w:val=\"2\"/>", "27 N·m") + "</w:tr></w:tbl>");
        assertThat(blocks(draft))
                .containsExactly(
                        new Table(
                                "Table 3: Torques",
                                List.of("Thread", "Torque dry", "Torque oiled"),
                                List.of(
                                        List.of("M8", "25 N·m", "20 N·m"),
                                        List.of("M8", "27 N·m", "27 N·m")),
                                PageRef.NONE));
    }

    @Test
    void takesBoxesAroundASignalWordForNotices() {
        DocxDraft draft =
                new DocxDraft()
                        .paragraph("AVERTISSEMENT : Coupez le courant.")
                        .table("WARNING|Lock out the main switch.")
                        .table("DANGER: High voltage.")
                        .paragraph("VORSICHT")
                        .paragraph("Heiße Oberfläche.")
                        .table("Only a frame.");
        assertThat(blocks(draft))
                .containsExactly(
                        new Notice(Signal.WARNING, "Coupez le courant.", PageRef.NONE),
                        new Notice(Signal.WARNING, "Lock out the main switch.", PageRef.NONE),
                        new Notice(Signal.DANGER, "High voltage.", PageRef.NONE),
                        new Notice(Signal.CAUTION, "Heiße Oberfläche.", PageRef.NONE),
                        new Paragraph("Only a frame.", PageRef.NONE));
    }

    @Test
    void readsCaptionsTextBoxesFootnotesAndNoDeletedOrHiddenWords() {
        DocxDraft draft =
                new DocxDraft()
                        .style("Lgende", "caption", "")
                        .footnote(4, "Only for PX-220.")
                        .styled("Lgende", "Abbildung 2: Filter")
                        .xml("<w:p>" + run("The valve"))
                        .xml("<w:del><w:r><w:delText>was red</w:delText></w:r></w:del>")
                        .xml("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>")
                        .xml("<w:ins>" + run(" is green.") + "</w:ins>")
                        .xml("<w:r><w:footnoteReference w:id=\"4\"/></w:r>")
                        .xml("<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>")
                        .xml(run("In the box.") + "</w:p></w:txbxContent></mc:Choice>")
                        .xml("<mc:Fallback><w:txbxContent><w:p>" + run("In the box."))
                        .xml("</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>")
                        .xml("</w:p>");
        assertThat(blocks(draft))
                .containsExactly(
                        new Figure("Abbildung 2: Filter", PageRef.NONE),
                        new Paragraph("The valve is green.", PageRef.NONE),
                        new Paragraph("Only for PX-220.", PageRef.NONE),
                        new Paragraph("In the box.", PageRef.NONE));
    }

    @Test
    void standsOnThePagesThatWordShowedLast() {
        DocxDraft draft = paged().pages(3);
        PageRef third = new PageRef(null, 3);
        assertThat(blocks(draft))
                .containsExactly(
                        new Paragraph("One.", new PageRef(null, 1)),
                        new Paragraph("Two.", new PageRef(null, 2)),
                        new Table(
                                null,
                                List.of("Code", "Cause"),
                                List.of(List.of("E1", "No oil")),
                                new PageRef(null, 2)),
                        new Table(
                                null,
                                List.of("Code", "Cause"),
                                List.of(List.of("E2", "No air")),
                                third),
                        new Paragraph("End.", third));
    }

    @Test
    void standsOnNoPageWhereWordCountedOtherwise() {
        assertThat(blocks(paged().pages(5))).allMatch(block -> block.page().equals(PageRef.NONE));
        assertThat(blocks(paged().pages(0))).allMatch(block -> block.page().equals(PageRef.NONE));
    }

    private static DocxDraft paged() {
        return new DocxDraft()
                .paragraph("One.")
                .xml("<w:p>" + BREAK + run("Two.") + "</w:p>")
                .xml("<w:tbl><w:tr>" + cell("", "Code") + cell("", "Cause") + "</w:tr>")
                .xml("<w:tr>" + cell("", "E1") + cell("", "No oil") + "</w:tr>")
                .xml("<w:tr><w:tc><w:p>" + BREAK + run("E2") + "</w:p></w:tc>")
                .xml("<w:tc><w:p>" + BREAK + run("No air") + "</w:p></w:tc></w:tr></w:tbl>")
                .paragraph("End.");
    }

    @Test
    void leavesTheTableOfContentsOutAndReadsContentControls() {
        DocxDraft draft =
                new DocxDraft()
                        .style("TM1", "toc 1", "")
                        .xml("<w:sdt><w:sdtPr/><w:sdtContent>")
                        .styled("TM1", "Safety 1")
                        .paragraph("Kept.")
                        .xml("</w:sdtContent></w:sdt>");
        assertThat(blocks(draft)).containsExactly(new Paragraph("Kept.", PageRef.NONE));
    }

    @Test
    void saysOfItselfWhatItsTitlePageAndPropertiesSay() {
        DocxDraft draft =
                new DocxDraft()
                        .title("PX-200 Service Manual")
                        .paragraph("Document: PX200-SM  Revision: D  Applies to: PX-200, PX-220")
                        .paragraph("Text.");
        Manual manual = read(draft).manual();
        assertThat(manual.id()).isEqualTo("px200-sm");
        assertThat(manual.title()).isEqualTo("PX-200 Service Manual");
        assertThat(manual.revision()).isEqualTo("D");
        assertThat(manual.models()).containsExactly("PX-200", "PX-220");
        assertThat(manual.language()).isNull();
    }

    @Test
    void keepsRightToLeftTextInItsLogicalOrder() {
        String arabic = "افصل المفتاح الرئيسي قبل فتح الغطاء E-42.";
        assertThat(blocks(new DocxDraft().paragraph(arabic)))
                .containsExactly(new Paragraph(arabic, PageRef.NONE));
    }

    private List<Block> blocks(DocxDraft draft) {
        return read(draft).blocks();
    }

    private ManualContent read(DocxDraft draft) {
        return new DocxReader().read(draft.write(folder.resolve("m.docx")), DeclaredManual.NOTHING);
    }
}
