package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.ocr.FakeTesseract;
import dev.andon.knowledge.corpus.ocr.Tesseract;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Pages that were scanned: text drawn, and the picture of it put into a PDF.
class PdfScanTest {
    private static final Duration LONG = Duration.ofMinutes(5);
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
    void readsHeadingsTextAndTablesOfAScan() throws IOException {
        Optional<Tesseract> tesseract = Tesseract.find();
        assumeThat(tesseract).as("Tesseract is installed").isPresent();
        draft.text(PdfDraft.BOLD, 16, 60, 90, "4 Torques");
        draft.lines(
                60,
                120,
                "Tighten every bolt of the guard crosswise and in two rounds before the machine",
                "is started. Never use a bolt that was stretched.");
        draft.grid(
                180,
                new float[] {60, 160, 280},
                22,
                List.of(
                        List.of("Thread", "Torque"),
                        List.of("M8", "25 Nm"),
                        List.of("M10", "49 Nm")));

        ManualContent read = read(scanned(1), tesseract);

        assertThat(read.blocks())
                .hasSize(3)
                .contains(
                        new Block.Heading(1, "4 Torques", P1),
                        new Table(
                                null,
                                List.of("Thread", "Torque"),
                                List.of(List.of("M8", "25 Nm"), List.of("M10", "49 Nm")),
                                P1));
        assertThat(text(read)).contains("Never use a bolt that was stretched.");
        assertThat(read.remarks()).singleElement().asString().startsWith("page 1: scanned");
    }

    @Test
    void aScanNeedsRecognition() throws IOException {
        draft.text(60, 100, "Text.");
        Path file = scanned(1);

        assertThatThrownBy(() -> read(file, Optional.empty()))
                .hasMessageContaining("needs OCR")
                .hasMessageContaining("tesseract-ocr")
                .hasMessageContaining(file.toString())
                .extracting("code")
                .isEqualTo("needs-ocr");
    }

    @Test
    void namesTheScannedPagesOfAManualWithTextWhereNothingRecognisesThem() throws IOException {
        draft.text(60, 100, "Page one is text.").page().text(60, 100, "Scan").page();
        draft.text(60, 100, "Scan").page().text(60, 100, "Page four is text.");

        ManualContent read = read(scanned(2, 3), Optional.empty());

        assertThat(text(read)).contains("Page one is text.", "Page four is text.");
        assertThat(read.remarks())
                .singleElement()
                .asString()
                .startsWith("pages 2-3:")
                .contains("need OCR", "install tesseract-ocr");
    }

    @Test
    void isReadAnewOnceThereIsRecognition() throws IOException {
        Optional<Tesseract> tesseract = Optional.of(FakeTesseract.with(folder, LONG, "exit 0"));

        assertThat(new PdfReader(tesseract).version()).isGreaterThan(new PdfReader().version());
    }

    @Test
    void aNumberStandsOnlyIfTwoReadingsAgree() throws IOException {
        assertThat(recognised("25", 95, "25")).isEqualTo("Torque 25");
        assertThat(recognised("25", 95, "26")).isEqualTo("Torque […]");
        assertThat(recognised("25", 40, "25")).isEqualTo("Torque […]");
    }

    @Test
    void aWordStandsIfItIsSureOrReadTwice() throws IOException {
        assertThat(recognised("pump", 90, "purnp")).isEqualTo("Torque pump");
        assertThat(recognised("pump", 30, "pump")).isEqualTo("Torque pump");
        assertThat(recognised("pump", 30, "purnp")).isEqualTo("Torque […]");
    }

    @Test
    void aLetterThatIsTakenForADigitDoesNotStand() throws IOException {
        assertThat(recognised("O", 95, "O")).isEqualTo("Torque […]");
    }

    @Test
    void saysWhichWordsAreMissing() throws IOException {
        String program = FakeTesseract.printing("Torque", "25", 95, "26");

        assertThat(read(scan(), Optional.of(FakeTesseract.with(folder, LONG, program))).remarks())
                .anyMatch(remark -> remark.startsWith("page 1: 1 words could not be read"));
    }

    private String recognised(String at300, int confidence, String at400) throws IOException {
        String program = FakeTesseract.printing("Torque", at300, confidence, at400);
        return text(read(scan(), Optional.of(FakeTesseract.with(folder, LONG, program))));
    }

    private Path scan() throws IOException {
        draft.close();
        draft = new PdfDraft();
        draft.text(60, 100, "Anything.");
        return scanned(1);
    }

    private static String text(ManualContent read) {
        List<Block> texts = read.blocks().stream().filter(b -> b instanceof Paragraph).toList();
        return PassageText.render(texts);
    }

    private static ManualContent read(Path file, Optional<Tesseract> tesseract) {
        return new PdfReader(tesseract).read(file, DeclaredManual.NOTHING);
    }

    /// Replaces pages, from 1, by pictures of them.
    private Path scanned(int... pages) throws IOException {
        Path file = draft.save(folder.resolve("manual.pdf"));
        PDFRenderer renderer = new PDFRenderer(draft.document);
        for (int number : pages) {
            var picture =
                    LosslessFactory.createFromImage(
                            draft.document,
                            renderer.renderImageWithDPI(number - 1, 200, ImageType.GRAY));
            PDPage page = new PDPage(PDRectangle.A4);
            try (PDPageContentStream content = new PDPageContentStream(draft.document, page)) {
                content.drawImage(
                        picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
            }
            draft.document.getPages().insertAfter(page, draft.document.getPage(number - 1));
            draft.document.removePage(number - 1);
        }
        draft.document.save(file.toFile());
        return file;
    }
}
