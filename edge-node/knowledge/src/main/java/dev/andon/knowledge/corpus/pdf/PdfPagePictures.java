package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.PagePictures;
import dev.andon.models.Sha256;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.imageio.ImageIO;

/// Draws pages of PDF manuals from copies of their files, which lie in a folder of the node by
/// their hash: `HASH.pdf`. What was drawn is kept beside them, `HASH/PAGE.png`, within a limit.
public final class PdfPagePictures implements PagePictures {
    /// The code of a page that is not there.
    public static final String PAGE_MISSING = "page-missing";

    /// Readable on a tablet; A4 is 935 x 1286 pixels and 50 to 300 KiB.
    public static final int DPI = 110;

    /// Of the pictures that are kept, about a thousand.
    public static final int KEPT_MIB_MAX = 200;

    /// A page takes 0.1 to 2 s.
    private static final Duration TIME_MAX = Duration.ofSeconds(30);

    /// Pages that are drawn at once. One that never ends keeps its place until the node ends.
    private static final int DRAWINGS_MAX = 2;

    private final Path folder;
    private final KeptPictures kept;
    private final Semaphore places = new Semaphore(DRAWINGS_MAX);

    /// @param folder for the copies and the pictures; made when it is needed
    public PdfPagePictures(Path folder) {
        this.folder = folder;
        this.kept = new KeptPictures(folder, (long) KEPT_MIB_MAX << 20);
    }

    @Override
    public void keep(Path file, String sha256) {
        Path copy = copy(sha256);
        if (!isPdf(file) || Files.exists(copy)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "copy-", ".tmp");
            try {
                Files.copy(file, draft, StandardCopyOption.REPLACE_EXISTING);
                if (!Sha256.of(draft).equals(sha256)) {
                    throw new IOException("it changed meanwhile");
                }
                Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw failure(
                    "picture-not-kept",
                    "%s cannot be copied to %s (%s): free some disk and index it again."
                            .formatted(file, folder, e.getMessage()),
                    e);
        }
    }

    private static boolean isPdf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    @Override
    public void keepOnly(Set<String> sha256s) {
        kept.keepOnly(sha256s);
    }

    /// Draws a page, or finds it drawn.
    ///
    /// @param sha256 of the manual's file
    /// @param page in the file, from 1
    /// @return PNG
    /// @throws StageException `corpus`: `page-missing` (no such page, or a format without pages),
    ///     `picture-timeout`, `picture-busy`, `picture-broken`, `picture-too-large`
    public byte[] picture(String sha256, int page) {
        return kept.find(sha256, page)
                .orElseGet(
                        () -> {
                            byte[] png = drawn(copy(sha256), page);
                            kept.add(sha256, page, png);
                            return png;
                        });
    }

    /// PDFBox can be caught in a loop by a hostile page and hears no interrupt.
    private byte[] drawn(Path copy, int page) {
        takePlace();
        FutureTask<byte[]> drawing = new FutureTask<>(() -> draw(copy, page));
        Thread.ofPlatform()
                .name("andon-page")
                .daemon()
                .start(
                        () -> {
                            try {
                                drawing.run();
                            } finally {
                                places.release();
                            }
                        });
        try {
            return drawing.get(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            drawing.cancel(true);
            throw failure(
                    "picture-timeout",
                    "Page %d could not be drawn within %d s: look into the manual itself."
                            .formatted(page, TIME_MAX.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("picture-broken", "Drawing page " + page + " was interrupted.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StageException known ? known : broken(page, e);
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("picture-busy", "Too many pages are being drawn: try again later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("picture-busy", "Waiting for a page to be drawn was interrupted.", e);
        }
    }

    private static byte[] draw(Path copy, int page) throws IOException {
        if (!Files.exists(copy)) {
            throw missing("No page of this manual can be shown: index it again if it is a PDF.");
        }
        try (PDDocument document = Loader.loadPDF(copy.toFile())) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw missing(
                        "There is no page %d: the manual has %d."
                                .formatted(page, document.getNumberOfPages()));
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new PageRaster(document).draw(page - 1, DPI, true), "png", png);
            return png.toByteArray();
        }
    }

    private Path copy(String sha256) {
        return folder.resolve(KeptPictures.checked(sha256) + ".pdf");
    }

    private static StageException missing(String message) {
        return failure(PAGE_MISSING, message);
    }

    private static StageException broken(int page, Throwable cause) {
        return failure(
                "picture-broken",
                "Page %d is damaged and cannot be drawn: look into the manual itself."
                        .formatted(page),
                cause);
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.CORPUS, code, message);
    }

    private static StageException failure(String code, String message, Throwable cause) {
        return new StageException(Stage.CORPUS, code, message, cause);
    }
}
