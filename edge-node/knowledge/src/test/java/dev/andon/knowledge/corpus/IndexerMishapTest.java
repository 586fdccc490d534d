package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.IndexReport.Duplicate;
import dev.andon.knowledge.corpus.IndexReport.Indexed;
import dev.andon.knowledge.corpus.IndexReport.Refused;
import dev.andon.knowledge.corpus.IndexReport.Unchanged;
import dev.andon.knowledge.corpus.csv.CsvReader;
import dev.andon.knowledge.corpus.docx.DocxReader;
import dev.andon.knowledge.corpus.html.HtmlReader;
import dev.andon.knowledge.corpus.language.NgramDetector;
import dev.andon.knowledge.corpus.text.PlainTextReader;
import dev.andon.knowledge.embed.onnx.E5;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.sqlite.ManualsFixture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// What goes wrong while manuals are indexed is reported by name; the rest is indexed, and the old
/// index goes on serving.
class IndexerMishapTest {
    @TempDir Path folder;
    private ManualsFixture site;

    /// Reads text, and does something to the file before it is through.
    private static final class Disturbed implements ManualReader {
        private final PlainTextReader reader = new PlainTextReader();
        private @Nullable String written;

        @Override
        public Set<String> endings() {
            return reader.endings();
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public ManualContent read(Path file, DeclaredManual declared) {
            try {
                if (written != null && written.isEmpty()) {
                    Files.delete(file);
                } else if (written != null) {
                    Files.writeString(file, written);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return reader.read(file, declared);
        }
    }

    @BeforeEach
    void open() throws IOException {
        site = new ManualsFixture(folder);
        Files.createDirectories(site.manuals);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void refusesAManualThatChangesWhileItIsRead() throws IOException {
        Disturbed reader = new Disturbed();
        Path file = write("pump.txt", "The pump of the old press is green.");
        Path other = write("valve.txt", "The valve is blue.");
        assertThat(index(reader).of(Indexed.class)).hasSize(2);
        Files.writeString(file, "Half of it.");
        reader.written = "Half of it, and the other half.";
        assertThat(index(reader).of(Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.file()).isEqualTo(file))
                .satisfies(refused -> assertThat(refused.reason()).contains("index again"));
        assertThat(site.ask("colour of the pump").getFirst().text()).contains("old press");
        Files.writeString(file, "Nearly gone.");
        reader.written = "";
        assertThat(index(reader).of(Refused.class)).hasSize(1);
        assertThat(site.table.list())
                .extracting(IndexedManual::file)
                .contains(file.toString(), other.toString());
        Files.writeString(file, "The pump is yellow now.");
        reader.written = null;
        assertThat(index(reader).of(Indexed.class)).hasSize(1);
        assertThat(site.ask("colour of the pump").getFirst().text()).contains("yellow");
    }

    @Test
    void keepsTheOldIndexWhenTheDiskIsFullInTheMiddle() throws IOException {
        Path first = write("a.txt", "The first pump is green.");
        Path second = write("b.txt", "The second pump is red.");
        assertThat(indexAll().of(Indexed.class)).hasSize(2);
        Files.writeString(first, "The first pump is yellow.");
        Files.writeString(second, words(1_500));
        write("c.txt", "The third pump is brown.");
        limit(pages() + 4);
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(this::indexAll)
                .satisfies(failure -> assertThat(failure.stage()).isEqualTo(Stage.STORE))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("disk-full"))
                .withMessageContaining("index.db");
        assertThat(texts("first pump")).anyMatch(text -> text.contains("yellow"));
        assertThat(texts("second pump")).anyMatch(text -> text.contains("red"));
        assertThat(site.table.list()).hasSize(2);
        limit(1_000_000);
        IndexReport rest = indexAll();
        assertThat(rest.of(Unchanged.class)).hasSize(1);
        assertThat(rest.of(Indexed.class)).hasSize(2);
        assertThat(texts("third pump")).anyMatch(text -> text.contains("brown"));
    }

    @Test
    void tellsTheSameFileUnderTwoNamesInEveryFormat() throws IOException {
        write("pump-a.html", "<p>The pump is green.</p>");
        write("pump-b.html", "<p>The pump is green.</p>");
        write("faults-a.csv", "Code;Cause\nE1;No oil\n");
        write("faults-b.csv", "Code;Cause\nE1;No oil\n");
        write("valve-a.txt", "The valve is blue.");
        write("valve-b.txt", "The valve is blue.");
        IndexReport report = indexAll();
        assertThat(report.of(Indexed.class)).hasSize(3);
        assertThat(report.of(Duplicate.class))
                .extracting(duplicate -> duplicate.file().getFileName().toString())
                .containsExactly("faults-b.csv", "pump-b.html", "valve-b.txt");
    }

    @Test
    void neverCitesASupersededRevisionWhateverItsFormat() throws IOException {
        write(
                "press-b.html",
                "<meta name=id content=press><meta name=revision content=B><p>Torque 10 N·m.</p>");
        write("press-c.txt", "Document: press  Revision: C\n\nTightening torque 12 N·m.\n");
        assertThat(indexAll().of(Indexed.class)).hasSize(2);
        assertThat(site.table.list())
                .filteredOn(manual -> !manual.current())
                .singleElement()
                .satisfies(manual -> assertThat(manual.manual().revision()).isEqualTo("B"));
        assertThat(site.ask("torque"))
                .isNotEmpty()
                .allMatch(passage -> "C".equals(passage.manual().revision()));
    }

    @Test
    void namesWhatCannotBeReadAndIndexesTheRest() throws IOException {
        write("a.csv", "Code;Cause\nE1\n");
        write("b.doc", "old");
        write("c.docx", "no package");
        write("d.html", "<script>all()</script>");
        write("e.txt", "The pump is green.");
        IndexReport report = indexAll();
        assertThat(report.of(Indexed.class)).hasSize(1);
        assertThat(report.of(Refused.class))
                .hasSize(4)
                .allMatch(
                        refused ->
                                refused.reason().contains(refused.file().getFileName().toString()));
    }

    @Test
    void findsRightToLeftText() throws IOException {
        String arabic = "افصل المفتاح الرئيسي قبل فتح الغطاء";
        write("press.txt", "ضاغط PX-200\n\n" + arabic + "\n");
        assertThat(indexAll().of(Indexed.class)).hasSize(1);
        assertThat(site.ask("المفتاح الرئيسي").getFirst().text()).contains(arabic);
    }

    private List<String> texts(String question) {
        return site.ask(question).stream().map(Passage::text).toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(site.manuals.resolve(name), text);
    }

    private static String words(int count) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(Long.toString(random.nextLong(1L << 40), 36))
                    .append(i % 12 == 0 ? '\n' : ' ');
        }
        return text.toString();
    }

    private int pages() {
        return site.database.read(t -> t.only("pragma page_count", row -> row.getInt(1)));
    }

    /// Pages that the file may have: to SQLite more is a full disk.
    private void limit(int pages) {
        site.database.write(t -> t.only("pragma max_page_count = " + pages, row -> row.getInt(1)));
    }

    private IndexReport indexAll() {
        return index(new DocxReader(), new HtmlReader(), new CsvReader(), new PlainTextReader());
    }

    private IndexReport index(ManualReader... readers) {
        return new CorpusIndexer(
                        new ManualReaders(List.of(readers), new NgramDetector()),
                        new Chunker(),
                        E5.EMBEDDER,
                        site.table)
                .index(List.of(site.manuals), DeclaredManual.NOTHING, _ -> {});
    }
}
