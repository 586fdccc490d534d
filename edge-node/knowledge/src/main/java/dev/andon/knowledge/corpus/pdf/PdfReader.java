package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.ManualContent;
import dev.andon.knowledge.corpus.ManualReader;
import dev.andon.knowledge.corpus.ocr.Tesseract;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads PDF manuals. Pages that are pictures of text are read by text recognition where it is
/// installed, and are named where it isn't.
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

    private final @Nullable Tesseract tesseract;

    /// Reads text that is text.
    public PdfReader() {
        this(Optional.empty());
    }

    /// Reads text on pictures too.
    ///
    /// @param tesseract empty where it isn't installed
    public PdfReader(Optional<Tesseract> tesseract) {
        this.tesseract = tesseract.orElse(null);
    }

    /// Manuals that were read without text recognition are read anew once there is some.
    @Override
    public int version() {
        return 2 * VERSION + (tesseract == null ? 0 : 1);
    }

    @Override
    public Set<String> endings() {
        return Set.of(".pdf");
    }

    /// @throws StageException `corpus`: `file-empty`, `pdf-broken`, `pdf-truncated`,
    ///     `pdf-encrypted`, `pdf-too-many-pages`, `pdf-too-large`, `no-text`, `needs-ocr`, and
    ///     those of [Tesseract#read]
    @Override
    public ManualContent read(Path file, DeclaredManual declared) {
        PdfFile.check(file);
        try {
            InflatedStreams.check(file);
            return open(file, declared);
        } catch (IOException e) {
            throw PdfFile.broken(file, "", e);
        } catch (OutOfMemoryError e) {
            // What was held is let go of here; encrypted streams cannot be measured before.
            throw InflatedStreams.tooLarge(file, e);
        }
    }

    private ManualContent open(Path file, DeclaredManual declared) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            refuseTooManyPages(file, document);
            String language = declared.orElse(SelfDescription.of(document, List.of())).language();
            try (PicturedPages pictured = new PicturedPages(tesseract, document, language)) {
                List<Block> blocks = new Reading(file, document, pictured).blocks();
                DeclaredManual said = SelfDescription.of(document, blocks);
                return new ManualContent(
                        declared.orElse(said).named(file), blocks, pictured.remarks());
            }
        } catch (InvalidPasswordException e) {
            throw new StageException(
                    Stage.CORPUS,
                    "pdf-encrypted",
                    file + " is locked with a password: save a copy without one.",
                    e);
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
}
