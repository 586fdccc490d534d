package dev.andon.knowledge.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.DeclaredManual;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class PdfDamageTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("manual.pdf");
    }

    @Test
    void refusesAFileThatWasCutOff() throws IOException {
        byte[] whole = whole();
        for (int length : new int[] {whole.length / 4, whole.length / 2, whole.length - 10}) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertRefused("pdf-truncated");
        }
    }

    @Test
    void refusesWhatIsNoPdf() throws IOException {
        Files.write(file, new byte[0]);
        assertRefused("file-empty");
        Files.writeString(file, "Dear colleague");
        assertRefused("pdf-broken");
        Files.writeString(file, "%PDF-1.4\nnothing\n%%EOF\n");
        assertRefused("pdf-broken");
    }

    @Test
    void refusesDamagedInsides() throws IOException {
        byte[] bytes = whole();
        Arrays.fill(bytes, 20, bytes.length - 30, (byte) 'x');
        Files.write(file, bytes);

        assertThatThrownBy(() -> new PdfReader().read(file, DeclaredManual.NOTHING))
                .isInstanceOf(StageException.class);
    }

    @Test
    void refusesALockedFile() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.text(60, 100, "Secret.");
            draft.document.protect(
                    new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            draft.save(file);
        }
        assertRefused("pdf-encrypted");
    }

    @Test
    void refusesPagesWithoutText() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.box(100, 100, 50, 50).save(file);
        }
        assertRefused("no-text");
    }

    @Test
    void refusesTooManyPages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page <= PdfReader.PAGES_MAX; page++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        assertRefused("pdf-too-many-pages");
    }

    @Test
    void refusesAFewBytesThatBecomeGigabytes() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.text(60, 100, "Text.").page();
            PDStream bomb = new PDStream(draft.document);
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            try (OutputStream out = bomb.createOutputStream(COSName.FLATE_DECODE)) {
                for (int mib = 0; mib <= InflatedStreams.STREAM_BYTES_MAX >> 20; mib++) {
                    out.write(blanks);
                }
            }
            PDPage page = new PDPage();
            page.setContents(bomb);
            draft.document.addPage(page);
            draft.save(file);
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertRefused("pdf-too-large");
    }

    private byte[] whole() throws IOException {
        try (PdfDraft draft = new PdfDraft()) {
            draft.text(60, 100, "Text.").save(file);
        }
        return Files.readAllBytes(file);
    }

    private void assertRefused(String code) {
        assertThatThrownBy(() -> new PdfReader().read(file, DeclaredManual.NOTHING))
                .isInstanceOf(StageException.class)
                .hasMessageContaining(file.toString())
                .extracting("code")
                .isEqualTo(code);
    }
}
