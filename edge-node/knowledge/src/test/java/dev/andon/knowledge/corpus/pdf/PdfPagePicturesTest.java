package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.models.Sha256;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;

import javax.imageio.ImageIO;

class PdfPagePicturesTest {
    @TempDir Path folder;
    private Path store;
    private PdfPagePictures pictures;

    @BeforeEach
    void open() {
        store = folder.resolve("pages");
        pictures = new PdfPagePictures(store);
    }

    @Test
    void drawsAPageAlthoughTheFileIsGone() throws IOException {
        Path file = manual("manual.pdf");
        String hash = Sha256.of(file);
        pictures.keep(file, hash);
        Files.delete(file);

        BufferedImage page = ImageIO.read(new ByteArrayInputStream(pictures.picture(hash, 2)));

        assertThat(page.getWidth()).isBetween(905, 912);
        assertThat(dark(page, 90, 140)).as("the text of the page").isPositive();
        assertThat(dark(page, 600, 650)).as("paper").isZero();
    }

    @Test
    void drawsAPageOnce() throws IOException {
        Path file = manual("manual.pdf");
        String hash = Sha256.of(file);
        pictures.keep(file, hash);
        byte[] first = pictures.picture(hash, 1);
        Files.delete(store.resolve(hash + ".pdf"));

        assertThat(pictures.picture(hash, 1)).isEqualTo(first);
    }

    @Test
    void refusesAPageThatIsNotThere() throws IOException {
        Path file = manual("manual.pdf");
        String hash = Sha256.of(file);

        assertFails("page-missing", () -> pictures.picture(hash, 1));
        pictures.keep(file, hash);
        assertFails("page-missing", () -> pictures.picture(hash, 3));
        assertFails("page-missing", () -> pictures.picture(hash, 0));
    }

    @Test
    void keepsNoCopyOfAFileThatChangedMeanwhile() throws IOException {
        Path file = manual("manual.pdf");

        assertFails("picture-not-kept", () -> pictures.keep(file, "0".repeat(64)));
        assertThat(store).isEmptyDirectory();
    }

    @Test
    void keepsNothingOfAFormatWithoutPages() throws IOException {
        Path file = Files.writeString(folder.resolve("manual.md"), "# Press\n");

        pictures.keep(file, Sha256.of(file));

        assertThat(store).doesNotExist();
    }

    @Test
    void forgetsManualsThatNobodyNeeds() throws IOException {
        Path file = manual("manual.pdf");
        String hash = Sha256.of(file);
        pictures.keep(file, hash);
        pictures.picture(hash, 1);
        Files.writeString(store.resolve("copy-1.tmp"), "of a run that was killed");

        pictures.keepOnly(Set.of(hash));
        assertThat(store.resolve(hash + ".pdf")).exists();
        assertThat(store.resolve(hash).resolve("1.png")).exists();
        assertThat(store.resolve("copy-1.tmp")).doesNotExist();

        pictures.keepOnly(Set.of());
        assertThat(store).isEmptyDirectory();
    }

    @Test
    void keepsNoMorePicturesThanItsLimit() throws IOException {
        String hash = "a".repeat(64);
        KeptPictures kept = new KeptPictures(store, 250);
        for (int page = 1; page <= 2; page++) {
            kept.add(hash, page, new byte[100]);
            FileTime early = FileTime.fromMillis(1_000L * page);
            Files.setLastModifiedTime(store.resolve(hash).resolve(page + ".png"), early);
        }
        assertThat(kept.find(hash, 1)).as("looked at, so it stays").isPresent();

        kept.add(hash, 3, new byte[100]);

        assertThat(kept.find(hash, 2)).isEmpty();
        assertThat(kept.find(hash, 1)).isPresent();
        assertThat(kept.find(hash, 3)).isPresent();
    }

    @Test
    void refusesAPageWithAHugePicture() throws IOException {
        Path file = folder.resolve("bomb.pdf");
        try (PdfDraft draft = new PdfDraft()) {
            PDStream bytes = new PDStream(draft.document, new ByteArrayInputStream(new byte[9]));
            COSDictionary picture = bytes.getCOSObject();
            picture.setItem(COSName.TYPE, COSName.XOBJECT);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            PDImageXObject image = new PDImageXObject(bytes, null);
            image.setWidth(60_000);
            image.setHeight(60_000);
            image.setBitsPerComponent(8);
            image.setColorSpace(PDDeviceGray.INSTANCE);
            PDPage page = new PDPage();
            draft.document.addPage(page);
            try (var content = new PDPageContentStream(draft.document, page)) {
                content.drawImage(image, 0, 0, 600, 800);
            }
            draft.save(file);
        }
        String hash = Sha256.of(file);
        pictures.keep(file, hash);

        assertFails("picture-too-large", () -> pictures.picture(hash, 2));
        assertThat(pictures.picture(hash, 1)).isNotEmpty();
    }

    private Path manual(String name) throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.text(60, 80, "Page one").page().text(60, 80, "Page two");
            return draft.save(folder.resolve(name));
        }
    }

    private static long dark(BufferedImage page, int top, int bottom) {
        long dark = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                dark += (page.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
            }
        }
        return dark;
    }

    private static void assertFails(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(StageException.class)
                .extracting("code")
                .isEqualTo(code);
    }
}
