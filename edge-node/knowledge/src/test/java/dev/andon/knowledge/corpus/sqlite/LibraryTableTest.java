package dev.andon.knowledge.corpus.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Chunker;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.IndexReport;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.LibraryIndexer;
import dev.andon.knowledge.corpus.LibraryIndexer.Staged;
import dev.andon.knowledge.corpus.ManualReaders;
import dev.andon.knowledge.corpus.PagePictures;
import dev.andon.knowledge.corpus.markdown.MarkdownReader;
import dev.andon.knowledge.embed.onnx.E5;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.sqlite.ManualsFixture;
import dev.andon.knowledge.retrieval.sqlite.SqliteRetriever;
import dev.andon.knowledge.retrieval.sqlite.SqliteVectorSearch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class LibraryTableTest {
    private static final String TORQUE = "What is the M8 torque?";
    private static final int SWITCHES = 20;
    private static final int QUESTIONS = 20;

    @TempDir Path folder;
    private ManualsFixture site;
    private LibraryIndexer library;
    private LibraryTable table;

    @BeforeEach
    void open() {
        site = new ManualsFixture(folder);
        table = new LibraryTable(site.database);
        library =
                new LibraryIndexer(
                        new ManualReaders(List.of(new MarkdownReader())),
                        new Chunker(),
                        E5.EMBEDDER,
                        table,
                        PagePictures.NONE);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void hidesAStagedRevisionFromEverybodyButItsTrial() {
        Path old = stage("px200-b.md", "B");
        table.serve(old);
        Path staged = stage("px200-c.md", "C");
        assertThat(revisions(site.retriever)).containsOnly("B");
        assertThat(revisions(trying(staged))).containsOnly("C");
        assertThat(site.table.list()).filteredOn(IndexedManual::current).hasSize(1);
    }

    @Test
    void asksATrialAboutAllOtherManualsToo() {
        site.copy(List.of("cv50-a.md")).index();
        Path staged = stage("px200-c.md", "C");
        List<Passage> found =
                trying(staged).retrieve(new Question("belt tension", null, List.of(), "en"));
        assertThat(found.getFirst().manual().id()).startsWith("cv50");
    }

    @Test
    void switchesForwardAndBackByThePointerAlone() {
        Path old = stage("px200-b.md", "B");
        Path next = stage("px200-c.md", "C");
        table.serve(old);
        assertThat(revisions(site.retriever)).containsOnly("B");
        table.serve(next);
        assertThat(revisions(site.retriever)).containsOnly("C");
        table.serve(old);
        assertThat(revisions(site.retriever)).containsOnly("B");
        assertThat(table.serving("px200-service")).contains(old);
    }

    @Test
    void servesAnOlderRevisionThanAFolderHolds() {
        site.copy(List.of("px200-c.md")).index();
        table.serve(stage("px200-b.md", "B"));
        assertThat(revisions(site.retriever)).containsOnly("B");
    }

    @Test
    void tellsWhichFilesOfAFolderYieldToTheHub() {
        site.copy(List.of("px200-c.md", "cv50-a.md"));
        table.serve(stage("px200-b.md", "B"));
        IndexReport report = site.index();
        assertThat(report.of(IndexReport.Indexed.class)).hasSize(2);
        assertThat(report.of(IndexReport.Yields.class))
                .singleElement()
                .satisfies(yields -> assertThat(yields.served().revision()).isEqualTo("B"))
                .satisfies(yields -> assertThat(yields.file()).endsWith(Path.of("px200-c.md")));
        assertThat(revisions(site.retriever)).containsOnly("B");
        assertThat(site.index().of(IndexReport.Yields.class)).hasSize(1);
    }

    @Test
    void neitherDropsNorReadsWhatTheHubInstalledBelowAFolder() throws IOException {
        Path served = stage("px200-c.md", "C");
        table.serve(served);
        IndexReport report = site.indexer().index(List.of(folder), DeclaredManual.NOTHING, _ -> {});
        assertThat(report.of(IndexReport.Unchanged.class)).hasSize(1);
        Files.delete(served);
        report = site.indexer().index(List.of(folder), DeclaredManual.NOTHING, _ -> {});
        assertThat(report.outcomes()).isEmpty();
        assertThat(revisions(site.retriever)).containsOnly("C");
    }

    @Test
    void letsTheFoldersRuleAgainWhenNothingOfTheHubIsLeft() {
        site.copy(List.of("px200-c.md")).index();
        table.serve(stage("px200-b.md", "B"));
        library.keepOnly(Set.of());
        assertThat(revisions(site.retriever)).containsOnly("C");
        assertThat(table.files()).isEmpty();
    }

    @Test
    void goesOnServingARevisionThatIsReadAnew() {
        Path file = stage("px200-b.md", "B");
        table.serve(file);
        stage("px200-b.md", "B");
        assertThat(table.serving("px200-service")).contains(file);
        assertThat(revisions(site.retriever)).containsOnly("B");
    }

    @Test
    void embedsOnlyWhatNoRevisionHas() throws IOException {
        Path old = stage("px200-c.md", "C");
        Path file =
                Files.writeString(
                        folder.resolve("px200-d.md"),
                        Files.readString(old)
                                .replaceFirst("Residual pressure", "Remaining pressure"));
        Staged staged = library.stage(file, "d", declared("D"), Map.of());
        assertThat(staged.vectorsTaken()).isZero();
        assertThat(staged.vectorsMade()).isPositive().isLessThan(staged.passages());
        assertThat(library.holds(file, "d", declared("D"))).isTrue();
        assertThat(library.holds(file, "e", declared("D"))).isFalse();
    }

    @Test
    void refusesToServeWhatIsNotStaged() {
        assertThatThrownBy(() -> table.serve(folder.resolve("nothing.md")))
                .isInstanceOfSatisfying(
                        StageException.class,
                        failure -> assertThat(failure.code()).isEqualTo("not-staged"));
    }

    @Test
    void letsNoQuestionSeeAMixtureOfTwoRevisions() throws Exception {
        Path old = stage("px200-b.md", "B");
        Path next = stage("px200-c.md", "C");
        table.serve(old);
        try (ExecutorService asking = Executors.newFixedThreadPool(QUESTIONS)) {
            for (int i = 0; i < SWITCHES; i++) {
                List<Future<Set<String>>> answers =
                        java.util.stream.IntStream.range(0, QUESTIONS)
                                .mapToObj(
                                        _ ->
                                                asking.submit(
                                                        (Callable<Set<String>>)
                                                                () -> revisions(site.retriever)))
                                .toList();
                table.serve(i % 2 == 0 ? next : old);
                for (Future<Set<String>> answer : answers) {
                    assertThat(answer.get()).hasSize(1);
                }
            }
        }
    }

    private Set<String> revisions(SqliteRetriever retriever) {
        return retriever.retrieve(new Question(TORQUE, null, List.of("PX-200"), "en")).stream()
                .map(passage -> String.valueOf(passage.manual().revision()))
                .collect(java.util.stream.Collectors.toSet());
    }

    private SqliteRetriever trying(Path staged) {
        return SqliteRetriever.trying(
                site.database,
                E5.EMBEDDER,
                new SqliteVectorSearch(E5.EMBEDDER.fingerprint()),
                staged);
    }

    private Path stage(String name, String revision) {
        Path file = copy(name);
        library.stage(file, name, declared(revision), Map.of());
        return file;
    }

    private Path copy(String name) {
        Path file = folder.resolve("library").resolve(name);
        try (var in =
                ManualsFixture.class.getResourceAsStream(
                        "/dev/andon/knowledge/retrieval/manuals/" + name)) {
            Files.createDirectories(file.getParent());
            Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    private static DeclaredManual declared(String revision) {
        return new DeclaredManual(
                "px200-service", "PX-200", revision, "en", List.of("PX-200"), null);
    }
}
