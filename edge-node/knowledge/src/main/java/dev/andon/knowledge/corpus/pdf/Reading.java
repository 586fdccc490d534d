package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.ocr.Tesseract;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One reading of one document.
final class Reading {
    private final Path file;
    private final PDDocument document;
    private final PicturedPages pictured;
    private final Survey survey = new Survey();

    Reading(Path file, PDDocument document, PicturedPages pictured) {
        this.file = file;
        this.document = document;
        this.pictured = pictured;
    }

    List<Block> blocks() throws IOException {
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            survey.add(pictured.read(page, scan(page)));
        }
        refuseWithoutText();
        RunningLines running = survey.runningLines();
        Headings headings = new Headings(Outline.of(document), survey);
        StepNumbers numbers = new StepNumbers();
        Assembly assembly = new Assembly();
        String[] labels = labels();
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            String printed = running.printed(page);
            PageRef ref = new PageRef(printed == null ? labels[page] : printed, page + 1);
            ScannedPage scanned = pictured.again(page, scan(page));
            List<Word> words = withoutRunningLines(scanned, running, page);
            List<Element> elements =
                    headings.mark(page, ref, new PageReading(scanned, ref, words).elements());
            List<Block> blocks =
                    new ArrayList<>(new Flow(ref, survey.pitch(), numbers).blocks(elements));
            scanned.turned().forEach(line -> blocks.add(new Paragraph(line, ref)));
            assembly.add(elements, blocks);
        }
        return assembly.blocks();
    }

    private void refuseWithoutText() {
        if (survey.hasText()) {
            return;
        }
        if (pictured.unread() > 0) {
            throw new StageException(
                    Stage.CORPUS,
                    "needs-ocr",
                    "%s has only pictures of text, %d pages of them, and needs OCR: %s."
                            .formatted(file, pictured.unread(), Tesseract.MEND));
        }
        throw new StageException(
                Stage.CORPUS, "no-text", file + " has no text: print it to a new PDF.");
    }

    private ScannedPage scan(int page) {
        try {
            return PageScan.scan(document.getPage(page));
        } catch (IOException | RuntimeException e) {
            // PDFBox reports many kinds of damage by unchecked exceptions.
            throw PdfFile.broken(file, ", page " + (page + 1), e);
        }
    }

    /// The printed pages according to the document's page labels; null where it has none.
    private @Nullable String[] labels() throws IOException {
        PDPageLabels labels = document.getDocumentCatalog().getPageLabels();
        return labels == null
                ? new @Nullable String[document.getNumberOfPages()]
                : labels.getLabelsByPageIndices();
    }

    private static List<Word> withoutRunningLines(
            ScannedPage scanned, RunningLines running, int page) {
        List<Word> words = new ArrayList<>();
        for (Line line : Line.of(scanned.words())) {
            if (!running.isRunning(page, line)) {
                words.addAll(line.words());
            }
        }
        return words;
    }
}
