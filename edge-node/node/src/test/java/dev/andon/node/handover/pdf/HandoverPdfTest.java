package dev.andon.node.handover.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.node.handover.HandoverPage;
import dev.andon.node.handover.HandoverPage.Fact;
import dev.andon.node.handover.HandoverPage.PageWords;
import dev.andon.node.handover.HandoverPage.Section;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class HandoverPdfTest {
    @TempDir private Path folder;

    @Test
    void holdsEveryLetterWithFontsOfItsOwn() throws IOException {
        Path file = folder.resolve("handover.pdf");
        HandoverPdf.write(page(List.of(row("Bouchonneuse « Élan »", "Größe ≥ 5 °C, œuvre"))), file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(text(pdf))
                    .contains("Schichtübergabe", "Lyon-Gerland", "Bouchonneuse «", "Élan »")
                    .contains("Größe ≥ 5 °C, œuvre", "Seite 1 von 1");
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Schichtübergabe");
        }
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("handover.pdf"));
        assertThat(folder.resolve("handover.pdf.part")).doesNotExist();
    }

    @Test
    void goesOnOnFurtherPagesWithTheHeadOfTheTable() throws IOException {
        try (PDDocument pdf =
                Loader.loadPDF(HandoverPdf.render(page(Collections.nCopies(90, row("a", "b")))))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            assertThat(text(pdf)).contains("Seite 2 von " + pages);
            assertThat(text(pdf).split("Maschine", -1)).hasSize(pages + 1);
        }
    }

    @Test
    void keepsLongTextOnThePaper() throws IOException {
        String words = "ein sehr langer Hinweis an die nächste Schicht ".repeat(40);
        String word = "X".repeat(400);
        try (PDDocument pdf =
                Loader.loadPDF(HandoverPdf.render(page(List.of(row(word, words + word)))))) {
            PDPage page = pdf.getPage(0);
            float right = page.getMediaBox().getWidth() - 40;
            assertThat(rightmost(pdf)).isLessThan(right);
            assertThat(text(pdf).replaceAll("[^X]", "")).hasSize(800);
        }
    }

    @Test
    void refusesAFolderThatIsNotThereAndKeepsWhatWasThere() throws IOException {
        assertThatThrownBy(() -> HandoverPdf.write(page(List.of()), folder.resolve("no/where.pdf")))
                .hasMessageContaining("no/where.pdf cannot be written")
                .hasMessageContaining("a folder that is there");
        Path taken = Files.createDirectories(folder.resolve("taken.pdf/inside"));
        assertThatThrownBy(() -> HandoverPdf.write(page(List.of()), taken.getParent()))
                .hasMessageContaining("cannot be written");
        assertThat(taken).exists();
    }

    private static List<String> row(String machine, String cause) {
        return List.of(machine, "E-42", "2026-06-23 07:00", "4 Stunden", cause);
    }

    private static HandoverPage page(List<List<String>> rows) {
        return new HandoverPage(
                "Schichtübergabe",
                List.of(new Fact("Werk", "Lyon-Gerland")),
                List.of(
                        new Section(
                                "Offene Störungen",
                                List.of("Maschine", "Fehler", "Seit", "Dauer", "Ursache"),
                                List.of(18, 10, 18, 14, 40),
                                rows,
                                null)),
                new PageWords("Seite", "von"),
                "de");
    }

    private static String text(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(pdf).replace('\u00a0', ' ');
    }

    private static float rightmost(PDDocument pdf) throws IOException {
        List<Float> ends = new ArrayList<>();
        PDFTextStripper stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        ends.add(text.getXDirAdj() + text.getWidthDirAdj());
                    }
                };
        stripper.getText(pdf);
        return Collections.max(ends);
    }
}
