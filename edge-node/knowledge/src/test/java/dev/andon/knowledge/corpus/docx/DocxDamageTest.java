package dev.andon.knowledge.corpus.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.PageRef;

import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class DocxDamageTest {
    @TempDir Path folder;

    @Test
    void fetchesNothingThatTheDocumentLinksTo() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            Path file =
                    new DocxDraft()
                            .link("i", "image", url + "/picture.png")
                            .link("o", "oleObject", url + "/object.bin")
                            .link("t", "attachedTemplate", url + "/template.dotm")
                            .link("x", "frame", url + "/frame.htm")
                            .link("y", "styles", url + "/styles.xml")
                            .link("h", "hyperlink", "file://server/share/x y")
                            .xml("<w:p><w:hyperlink r:id=\"h\">" + DocxDraft.run("Linked."))
                            .xml("</w:hyperlink><w:r><w:pict r:id=\"i\"/></w:r></w:p>")
                            .xml("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>")
                            .xml("<w:r><w:instrText>INCLUDETEXT \"" + url + "/t.docx\"")
                            .xml("</w:instrText></w:r></w:p>")
                            .write(folder.resolve("linked.docx"));
            assertThat(new DocxReader().read(file, DeclaredManual.NOTHING).blocks())
                    .containsExactly(new Paragraph("Linked.", PageRef.NONE));
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesABomb() throws IOException {
        Path whole = new DocxDraft().paragraph("Text.").write(folder.resolve("whole.docx"));
        Path bomb = folder.resolve("bomb.docx");
        byte[] spaces = new byte[1024 * 1024];
        Arrays.fill(spaces, (byte) ' ');
        try (java.util.zip.ZipFile from = new java.util.zip.ZipFile(whole.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("word/document.xml")) {
                    to.write("<w:document xmlns:w=\"x\"><w:body>".getBytes());
                    for (int i = 0; i < 64; i++) {
                        to.write(spaces);
                    }
                } else {
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1024 * 1024);
        assertRefused(bomb, "docx-bomb", "unpacks to far more");
    }

    @Test
    void namesAnEncryptedDocument() throws IOException {
        assertRefused(
                container("locked.docx", "EncryptedPackage"), "docx-encrypted", "without one");
    }

    @Test
    void asksForADocumentOfOldWordAsDocx() throws IOException {
        assertThat(new DocxReader().reads(Path.of("OLD.DOC"))).isTrue();
        Path old = container("old.doc", "WordDocument");
        assertRefused(old, "docx-old", "save it as .docx");
        Path renamed = Files.copy(old, folder.resolve("renamed.docx"));
        assertRefused(renamed, "docx-old", "save it as .docx");
    }

    @Test
    void refusesWhatIsDamagedOrNoWordDocument() throws IOException {
        Path whole = new DocxDraft().paragraph("Text.").write(folder.resolve("whole.docx"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.docx");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(cut, "docx-broken", "copy it again");
        Path text = Files.writeString(folder.resolve("text.docx"), "This is text.");
        assertRefused(text, "docx-broken", "copy it again");
        Path broken = new DocxDraft().xml("<w:p>").write(folder.resolve("broken.docx"));
        assertRefused(broken, "docx-broken", "copy it again");
        Path empty = new DocxDraft().write(folder.resolve("empty.docx"));
        assertRefused(empty, "no-text", "as a PDF");
        String deep = "<w:sdt>".repeat(2000) + "</w:sdt>".repeat(2000);
        Path nested = new DocxDraft().xml(deep).write(folder.resolve("nested.docx"));
        assertRefused(nested, "too-nested", "save it again");
    }

    @Test
    void readsNoEntitiesOfItsXml() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Path whole = new DocxDraft().paragraph("&x;").write(folder.resolve("whole.docx"));
        Path hostile = folder.resolve("hostile.docx");
        try (java.util.zip.ZipFile from = new java.util.zip.ZipFile(whole.toFile());
                OutputStream out = Files.newOutputStream(hostile);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("word/document.xml")) {
                    to.write(
                            "<!DOCTYPE d [<!ENTITY x SYSTEM \"%s\">]>"
                                    .formatted(secret.toUri())
                                    .getBytes());
                }
                from.getInputStream(entry).transferTo(to);
            }
        }
        assertRefused(hostile, "docx-broken", "copy it again");
    }

    private Path container(String name, String entry) throws IOException {
        Path file = folder.resolve(name);
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(new byte[8192]), entry);
            container.writeFilesystem(out);
        }
        return file;
    }

    private static void assertRefused(Path file, String code, String mend) {
        assertThatThrownBy(() -> new DocxReader().read(file, DeclaredManual.NOTHING))
                .isInstanceOf(StageException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(mend)
                .extracting("code")
                .isEqualTo(code);
    }
}
