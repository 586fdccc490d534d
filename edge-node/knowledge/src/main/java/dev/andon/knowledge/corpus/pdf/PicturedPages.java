package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.ocr.Tesseract;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The pages of one document that are pictures: gives them words where text can be recognised, and
/// says what became of each.
///
/// The document is read twice and a page is recognised once: the words lie on the disk in between.
final class PicturedPages implements AutoCloseable {
    private final @Nullable PictureText recognition;
    private final Path scratch;
    private final List<Integer> unread = new ArrayList<>();
    private final List<Integer> read = new ArrayList<>();
    private final List<Integer> empty = new ArrayList<>();
    private final List<Integer> doubtful = new ArrayList<>();
    private int illegible;

    /// @param tesseract null where it isn't installed
    /// @param language of the document; null if nobody knows it
    PicturedPages(@Nullable Tesseract tesseract, PDDocument document, @Nullable String language)
            throws IOException {
        recognition = tesseract == null ? null : new PictureText(tesseract, document, language);
        scratch = Files.createTempDirectory("andon-pages-");
    }

    /// The page with words, if it is a picture and has some.
    ///
    /// @param page from 0
    ScannedPage read(int page, ScannedPage scanned) throws IOException {
        if (!scanned.isPicture()) {
            return scanned;
        }
        if (recognition == null) {
            unread.add(page + 1);
            return scanned;
        }
        PictureText.Recognised found = recognition.read(page);
        note(page + 1, found.words());
        KeptPage.write(file(page), found);
        return scanned.with(found);
    }

    /// The same again, from the disk.
    ScannedPage again(int page, ScannedPage scanned) throws IOException {
        if (recognition == null || !scanned.isPicture()) {
            return scanned;
        }
        return scanned.with(KeptPage.read(file(page)));
    }

    private void note(int page, List<Word> words) {
        long unsure = words.stream().filter(w -> w.text().equals(PictureText.ILLEGIBLE)).count();
        (words.isEmpty() ? empty : read).add(page);
        if (unsure > 0) {
            doubtful.add(page);
            illegible += (int) unsure;
        }
    }

    /// How many pages nobody can read here.
    int unread() {
        return unread.size();
    }

    /// What a person should know of these pages, a sentence each.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!unread.isEmpty()) {
            remarks.add(
                    "%s: only pictures, not indexed, need OCR: %s"
                            .formatted(PageRange.name(unread), Tesseract.MEND));
        }
        if (!read.isEmpty()) {
            remarks.add(
                    "%s: scanned, read by text recognition; compare numbers with the picture of the page"
                            .formatted(PageRange.name(read)));
        }
        if (!doubtful.isEmpty()) {
            remarks.add(
                    "%s: %d words could not be read with certainty and stand as %s"
                            .formatted(PageRange.name(doubtful), illegible, PictureText.ILLEGIBLE));
        }
        if (!empty.isEmpty()) {
            remarks.add("%s: a picture without text".formatted(PageRange.name(empty)));
        }
        return remarks;
    }

    private Path file(int page) {
        return scratch.resolve(page + ".words");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(scratch);
    }
}
