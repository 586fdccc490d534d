package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.csv.CsvReader;
import dev.andon.knowledge.corpus.docx.DocxReader;
import dev.andon.knowledge.corpus.html.HtmlReader;
import dev.andon.knowledge.corpus.language.NgramDetector;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.corpus.pdf.PdfReader;
import dev.andon.knowledge.corpus.text.PlainTextReader;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

class ManualReadersTest {
    private static final ManualReaders READERS =
            new ManualReaders(
                    List.of(
                            new PdfReader(),
                            new DocxReader(),
                            new HtmlReader(),
                            new MarkdownReader(),
                            new CsvReader(),
                            new PlainTextReader()),
                    new NgramDetector());

    @TempDir Path folder;

    @Test
    void namesEveryFormatToWhoeverGivesAnotherOne() throws IOException {
        Path file = Files.writeString(folder.resolve("faults.xls"), "x");
        assertThatThrownBy(() -> READERS.read(file, DeclaredManual.NOTHING))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("faults.xls")
                .hasMessageContaining(ManualReaders.FORMATS)
                .hasFieldOrPropertyWithValue("code", "format-unknown");
        List<String> named =
                Pattern.compile("\\.[a-z]+")
                        .matcher(ManualReaders.FORMATS)
                        .results()
                        .map(match -> "manual" + match.group())
                        .toList();
        assertThat(named).hasSize(6).allMatch(name -> READERS.reads(Path.of(name)));
    }

    @Test
    void tellsTheLanguageThatNobodySaid() throws IOException {
        String french =
                "Fermez la vanne principale et attendez que le manomètre indique zéro.\n\n"
                        + "Dévissez le bol du filtre avec la clé.\n";
        assertThat(language("m.txt", french)).isEqualTo("fr");
        assertThat(language("m.md", french)).isEqualTo("fr");
        assertThat(language("m.html", "<p>" + french)).isEqualTo("fr");
        assertThat(
                        language(
                                "m.csv",
                                "Code;Störung;Ursache;Abhilfe\n"
                                    + "E1;Kein Druck in der Leitung;Die Pumpe läuft nicht;Prüfen"
                                    + " Sie die Sicherung der Pumpe\n"))
                .isEqualTo("de");
        assertThat(language("codes.txt", "E-42 M8")).isNull();
    }

    @Test
    void believesWhoeverSaysTheLanguage() throws IOException {
        String french = "<html lang='de'><p>Fermez la vanne principale et attendez un moment.</p>";
        assertThat(language("m.html", french)).isEqualTo("de");
        Files.writeString(folder.resolve("n.html.andon.yaml"), "language: it\n");
        assertThat(language("n.html", french)).isEqualTo("it");
    }

    private @Nullable String language(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return READERS.read(file, DeclaredManual.NOTHING).manual().language();
    }
}
