package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.corpus.pdf.PdfReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// What is said of a manual: on the command line, in a sidecar file, in the document.
class DeclarationTest {
    @TempDir Path folder;
    private final ManualReaders readers =
            new ManualReaders(List.of(new MarkdownReader(), new PdfReader()));

    @Test
    void commandLineWinsOverSidecarWinsOverDocument() throws IOException {
        Path file =
                write(
                        "press.md",
                        """
                        ---
                        id: from-document
                        revision: A
                        language: fr
                        ---
                        # Press
                        Text.
                        """);
        write("press.md.andon.yaml", "id: from-sidecar\nrevision: B\n");

        Manual manual =
                readers.read(file, new DeclaredManual("From Person", null, null, null, null, null))
                        .manual();

        assertThat(manual)
                .isEqualTo(new Manual("from-person", "Press", "B", "fr", List.of(), null));
    }

    @Test
    void whatNobodySaysStaysUnknownButTheId() throws IOException {
        Manual manual =
                readers.read(write("Press 200.md", "Text."), DeclaredManual.NOTHING).manual();

        assertThat(manual)
                .isEqualTo(new Manual("press-200", "press-200", null, null, List.of(), null));
    }

    @Test
    void sidecarValuesAreTakenAsWritten() throws IOException {
        Path file = write("m.pdf", "x");
        write(
                "m.pdf.andon.yaml",
                """
                title: The press
                revision: 2.10
                language: no
                models: [PX-200, PX-220]
                date: 2025-03-01
                """);

        assertThat(Sidecar.read(file))
                .isEqualTo(
                        new DeclaredManual(
                                null,
                                "The press",
                                "2.10",
                                "no",
                                List.of("PX-200", "PX-220"),
                                LocalDate.of(2025, 3, 1)));
    }

    @Test
    void refusesAnUnknownSidecarKeyAndNamesTheNearest() throws IOException {
        Path file = write("m.pdf", "x");
        write("m.pdf.andon.yaml", "revison: B\n");

        assertThatThrownBy(() -> Sidecar.read(file))
                .hasMessageContainingAll("m.pdf.andon.yaml", "'revison'", "'revision'")
                .extracting("code")
                .isEqualTo("sidecar-key");
    }

    @Test
    void refusesBrokenSidecars() throws IOException {
        Path file = write("m.pdf", "x");
        for (String yaml :
                List.of("- a\n", "id: [", "id: {a: b}\n", "id: [a, b]\n", "date: soon\n", "\0")) {
            write("m.pdf.andon.yaml", yaml);

            assertThatThrownBy(() -> Sidecar.read(file))
                    .as(yaml)
                    .isInstanceOf(StageException.class)
                    .extracting("code")
                    .isEqualTo("yaml-broken");
        }
    }

    @Test
    void readersRefuseUnknownFormatsAndMissingAndEmptyFiles() throws IOException {
        assertRefused(write("m.docx", "x"), "format-unknown");
        assertRefused(write("m.md", ""), "file-empty");
        assertRefused(folder.resolve("none.pdf"), "file-missing");
        assertThat(readers.reads(Path.of("A.PDF"))).isTrue();
        assertThat(readers.reads(Path.of("a.pdf.andon.yaml"))).isFalse();
    }

    @Test
    void readsTheTitlePageInThreeLanguages() {
        var expected =
                new DeclaredManual(
                        "PX200-SM",
                        null,
                        "C",
                        "en",
                        List.of("PX-200", "PX-220"),
                        LocalDate.of(2025, 3, 1));

        assertThat(
                        List.of(
                                "Document: PX200-SM  Revision: C  Language: English"
                                        + "  Applies to: PX-200, PX-220  Date: 2025-03-01",
                                "Document : PX200-SM | Révision : C | Langue : anglais"
                                        + " | S'applique à : PX-200, PX-220 | Date : 2025-03-01",
                                "Dokument-Nr.: PX200-SM; Ausgabe: C; Sprache: en;"
                                        + " Gilt für: PX-200, PX-220; Datum: 01.03.2025"))
                .allSatisfy(text -> assertThat(TitlePage.read(List.of(text))).isEqualTo(expected));
        assertThat(TitlePage.read(List.of("Date: 01/03/2025", "Revision: 4")).date()).isNull();
        assertThat(TitlePage.read(List.of("Date: 2025-03-01"))).isEqualTo(DeclaredManual.NOTHING);
    }

    private void assertRefused(Path file, String code) {
        assertThatThrownBy(() -> readers.read(file, DeclaredManual.NOTHING))
                .isInstanceOf(StageException.class)
                .hasMessageContaining(file.toString())
                .extracting("code")
                .isEqualTo(code);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
