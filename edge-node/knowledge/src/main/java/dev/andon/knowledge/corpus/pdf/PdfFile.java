package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Checks the two ends of a PDF file, since the reader would mend a file that was cut off, and give
/// half a manual for a whole one.
final class PdfFile {
    /// Where the marks must stand, according to common readers, in bytes from either end.
    private static final int REACH = 2048;

    private PdfFile() {}

    /// @throws StageException `corpus`: `file-empty`, `pdf-broken`, `pdf-truncated`
    static void check(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                throw failure("file-empty", file + " is empty: copy it again from its source.");
            }
            if (!part(bytes, 0).contains("%PDF-")) {
                throw failure("pdf-broken", file + " is no PDF file, though its name says so.");
            }
            if (!part(bytes, Math.max(0, bytes.length() - REACH)).contains("%%EOF")) {
                throw failure(
                        "pdf-truncated",
                        file + " ends too early, its end is missing: copy it again.");
            }
        } catch (IOException e) {
            throw new StageException(Stage.CORPUS, "unreadable", "Cannot read " + file + ".", e);
        }
    }

    private static String part(RandomAccessFile bytes, long from) throws IOException {
        byte[] part = new byte[(int) Math.min(REACH, bytes.length() - from)];
        bytes.seek(from);
        bytes.readFully(part);
        return new String(part, StandardCharsets.ISO_8859_1);
    }

    /// @param place `, page 7` or nothing
    static StageException broken(Path file, String place, Throwable cause) {
        return new StageException(
                Stage.CORPUS,
                "pdf-broken",
                "%s%s is damaged and cannot be read: copy it again or print it to a new PDF."
                        .formatted(file, place),
                cause);
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.CORPUS, code, message);
    }
}
