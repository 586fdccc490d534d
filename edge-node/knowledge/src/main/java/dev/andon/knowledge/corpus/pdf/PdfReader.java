package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReader;
import dev.andon.knowledge.corpus.PageRef;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads PDF manuals whose text is text, not pictures of text.
///
/// Headings come from the outline where the document has one. Tables are rebuilt cell by cell from
/// their rules, or from the alignment of their columns. Running headers and footers are left out;
/// the page number that they print becomes the page's, else the document's page label. The
/// document's title, language and title page say of the manual what nobody else does. Memory holds
/// one page at a time, besides the blocks.
public final class PdfReader implements ManualReader {
    /// See [ManualReader#version].
    public static final int VERSION = 2;

    /// Whole libraries are split into volumes before they are this thick.
    public static final int PAGES_MAX = 20_000;

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean reads(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /// @throws StageException `corpus`: `file-empty`, `pdf-broken`, `pdf-truncated`,
    ///     `pdf-encrypted`, `pdf-too-many-pages`, `no-text` (scanned pages)
    @Override
    public ManualContent read(Path file, DeclaredManual declared) {
        PdfFile.check(file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            refuseTooManyPages(file, document);
            List<Block> blocks = new Reading(file, document).blocks();
            DeclaredManual said = SelfDescription.of(document, blocks);
            return new ManualContent(declared.orElse(said).named(file), blocks);
        } catch (InvalidPasswordException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "pdf-encrypted",
                    file + " is locked with a password: save a copy without one.",
                    e);
        } catch (IOException e) {
            throw PdfFile.broken(file, "", e);
        }
    }

    private static void refuseTooManyPages(Path file, PDDocument document) {
        if (document.getNumberOfPages() > PAGES_MAX) {
            throw new StageException(
                    Stage.CORPUS,
                    "pdf-too-many-pages",
                    "%s has %d pages, more than %d: split it into volumes."
                            .formatted(file, document.getNumberOfPages(), PAGES_MAX));
        }
    }

    /// One reading of one document.
    private static final class Reading {
        private final Path file;
        private final PDDocument document;
        private final Survey survey = new Survey();

        Reading(Path file, PDDocument document) {
            this.file = file;
            this.document = document;
        }

        List<Block> blocks() throws IOException {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                survey.add(scan(page));
            }
            if (!survey.hasText()) {
                throw new StageException(
                        Stage.CORPUS,
                        "no-text",
                        file
                                + " has no text, only pictures: run it through text recognition"
                                + " (OCR).");
            }
            RunningLines running = survey.runningLines();
            Headings headings = new Headings(Outline.of(document), survey);
            StepNumbers numbers = new StepNumbers();
            Assembly assembly = new Assembly();
            String[] labels = labels();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                String printed = running.printed(page);
                PageRef ref = new PageRef(printed == null ? labels[page] : printed, page + 1);
                ScannedPage scanned = scan(page);
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
}
