package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.corpus.IndexReport.Dropped;
import dev.andon.knowledge.corpus.IndexReport.Duplicate;
import dev.andon.knowledge.corpus.IndexReport.Indexed;
import dev.andon.knowledge.corpus.IndexReport.Reembedded;
import dev.andon.knowledge.corpus.IndexReport.Refused;
import dev.andon.knowledge.corpus.IndexReport.Unchanged;
import dev.andon.knowledge.embed.onnx.E5;
import dev.andon.knowledge.embed.onnx.Relabelled;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.sqlite.ManualsFixture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

class CorpusIndexerTest {
    /// An old and a new revision of the same manual.
    private static final List<String> PRESS = List.of("px200-b.md", "px200-c.md");

    @TempDir Path folder;
    private ManualsFixture site;

    @BeforeEach
    void open() {
        site = new ManualsFixture(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void indexesAllManualsOfAFolderAndMarksTheSupersededOne() {
        IndexReport report = site.copy(ManualsFixture.FILES).index();
        assertThat(report.of(Indexed.class)).hasSize(4);
        assertThat(site.table.list())
                .filteredOn(manual -> !manual.current())
                .singleElement()
                .satisfies(manual -> assertThat(manual.manual().revision()).isEqualTo("B"));
        assertThat(site.table.list()).allMatch(manual -> manual.passages() > 0);
    }

    @Test
    void passesOverWhatHasNotChanged() {
        site.copy(List.of("px200-b.md", "site-rules.md")).index();
        IndexReport again = site.index();
        assertThat(again.outcomes()).hasSize(2).allMatch(Unchanged.class::isInstance);
    }

    @Test
    void readsAManualAgainWhenItOrItsSidecarChanged() throws IOException {
        site.copy(List.of("site-rules.md")).index();
        Path file = site.manuals.resolve("site-rules.md");
        Files.writeString(file, Files.readString(file).replace("blue tank", "red tank"));
        assertThat(site.index().of(Indexed.class)).hasSize(1);
        assertThat(site.ask("used oil").getFirst().text()).contains("red tank");
        Files.writeString(Sidecar.of(file), "models: [PX-200]\n");
        assertThat(site.index().of(Indexed.class))
                .singleElement()
                .satisfies(indexed -> assertThat(indexed.unknown()).isEmpty());
        assertThat(site.table.list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader_version", "chunker_version"})
    void readsAnUnchangedManualAnewThatOlderCodeReadOrCut(String version) {
        site.copy(PRESS).index();
        site.database.write(
                transaction ->
                        transaction.update(
                                "update manual set %s = %s - 1 where revision = 'C'"
                                        .formatted(version, version)));
        IndexReport report = site.index();
        assertThat(report.of(Unchanged.class)).hasSize(1);
        assertThat(report.of(Indexed.class))
                .singleElement()
                .satisfies(indexed -> assertThat(indexed.manual().revision()).isEqualTo("C"));
        assertThat(site.index().of(Unchanged.class)).hasSize(2);
    }

    @Test
    void forgetsAManualThatIsGoneFromItsFolder() throws IOException {
        site.copy(PRESS).index();
        Path gone = site.manuals.resolve("px200-c.md");
        Files.delete(gone);
        assertThat(site.index().of(Dropped.class)).containsExactly(new Dropped(gone));
        assertThat(site.ask("M8 torque", "PX-200").getFirst().manual().revision()).isEqualTo("B");
    }

    @Test
    void keepsManualsWhoseFolderIsNotThere() {
        site.copy(List.of("site-rules.md")).index();
        Path missing = folder.resolve("unplugged");
        IndexReport report =
                site.indexer().index(List.of(missing), DeclaredManual.NOTHING, _ -> {});
        assertThat(report.of(Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains(missing.toString()));
        assertThat(site.table.list()).hasSize(1);
    }

    @Test
    void namesABrokenManualAndGoesOn() throws IOException {
        site.copy(List.of("cv50-a.md", "site-rules.md"));
        Path broken = site.manuals.resolve("d-broken.md");
        Files.write(broken, new byte[] {'#', ' ', (byte) 0xff, (byte) 0xfe, '\n'});
        Path empty = Files.createFile(site.manuals.resolve("e-empty.md"));
        IndexReport report = site.index();
        assertThat(report.of(Refused.class))
                .extracting(Refused::file)
                .containsExactly(broken, empty);
        assertThat(report.of(Refused.class)).allMatch(refused -> !refused.reason().isBlank());
        assertThat(report.of(Indexed.class)).hasSize(2);
    }

    @Test
    void tellsTheSameFileUnderTwoNames() throws IOException {
        site.copy(List.of("cv50-a.md"));
        Path first = site.manuals.resolve("cv50-a.md");
        Path second = site.manuals.resolve("cv50-copy.md");
        Files.copy(first, second);
        assertThat(site.index().of(Duplicate.class)).containsExactly(new Duplicate(second, first));
        assertThat(site.table.list()).hasSize(1);
    }

    @Test
    void followsAFileThatWasRenamed() throws IOException {
        site.copy(List.of("cv50-a.md")).index();
        Path renamed = site.manuals.resolve("conveyor.md");
        Files.move(site.manuals.resolve("cv50-a.md"), renamed);
        site.index();
        assertThat(site.table.list())
                .extracting(IndexedManual::file)
                .containsExactly(renamed.toString());
    }

    @Test
    void refusesASecondManualWithTheSameIdAndRevision() throws IOException {
        site.copy(List.of("cv50-a.md")).index();
        Path first = site.manuals.resolve("cv50-a.md");
        Path second = site.manuals.resolve("cv50-draft.md");
        Files.writeString(second, Files.readString(first).replace("0.5 percent", "5 percent"));
        assertThat(site.index().of(Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.file()).isEqualTo(second))
                .satisfies(refused -> assertThat(refused.reason()).contains(first.toString()));
        assertThat(site.ask("belt tension").getFirst().text()).contains("0.5 percent");
    }

    @Test
    void listsWhatNobodySaidOfAManual() throws IOException {
        Files.createDirectories(site.manuals);
        Files.writeString(site.manuals.resolve("note.md"), "# Pump\n\nThe pump is green.\n");
        assertThat(site.index().of(Indexed.class).getFirst().unknown())
                .containsExactly("revision", "language", "models", "date");
    }

    @Test
    void embedsEverythingAnewForAnotherEmbedder() {
        site.copy(PRESS).index();
        try (ManualsFixture other = new ManualsFixture(folder, new Relabelled(E5.EMBEDDER))) {
            List<Passage> before = other.ask("whining pump");
            assertThat(before).allMatch(passage -> passage.evidence().vectorRank() == 0);
            assertThat(other.index().of(Reembedded.class)).hasSize(2);
            List<Passage> after = other.ask("whining pump");
            assertThat(after.getFirst().evidence().vectorRank()).isEqualTo(1);
            assertThat(after.getFirst().id()).isEqualTo(before.getFirst().id());
            assertThat(other.index().of(Reembedded.class)).isEmpty();
        }
    }

    @Test
    void goesOnAfterARunThatWasCutOff() {
        site.copy(List.of("cv50-a.md", "px200-b.md", "site-rules.md"));
        assertThatThrownBy(
                        () ->
                                site.indexer()
                                        .index(
                                                List.of(site.manuals),
                                                DeclaredManual.NOTHING,
                                                CorpusIndexerTest::stopInTheThirdManual))
                .hasMessage("power cut");
        assertThat(site.table.list()).hasSize(2).allMatch(manual -> manual.passages() > 1);
        IndexReport rest = site.index();
        assertThat(rest.of(Unchanged.class)).hasSize(2);
        assertThat(rest.of(Indexed.class)).hasSize(1);
    }

    @Test
    void showsReadersAManualAsItWasOrAsItIs() throws Exception {
        site.copy(List.of("site-rules.md")).index();
        Path file = site.manuals.resolve("site-rules.md");
        String old = Files.readString(file);
        String changed = old.replaceAll("(?m)^([A-Z][a-z].*\\.)$", "$1 Changed.");
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Set<Boolean>>>> seen = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                seen.add(readers.submit(() -> seenUntil(done)));
            }
            for (int i = 0; i < 4; i++) {
                Files.writeString(file, i % 2 == 0 ? changed : old);
                site.index();
            }
            done.set(true);
            for (Future<List<Set<Boolean>>> reader : seen) {
                assertThat(reader.get()).isNotEmpty().allMatch(states -> states.size() == 1);
            }
        }
    }

    @Test
    void removesAllRevisionsOfAManual() {
        site.copy(PRESS).index();
        assertThat(site.table.remove("px200-service")).isEqualTo(2);
        assertThat(site.table.remove("px200-service")).isZero();
        assertThat(site.ask("E-421 ram encoder")).noneMatch(p -> p.evidence().codeHit());
        assertThat(orphans()).isZero();
    }

    @Test
    void givesTheCurrentTextsOfALanguage() {
        site.copy(PRESS).index();
        List<String> texts = new ArrayList<>();
        site.table.texts("en", texts::add);
        assertThat(texts).anyMatch(text -> text.contains("A whining pump sucks air"));
        assertThat(texts).noneMatch(text -> text.contains("resin Q9"));
        List<String> french = new ArrayList<>();
        site.table.texts("fr", french::add);
        assertThat(french).isEmpty();
    }

    @Test
    void tellsHowFarItIs() {
        site.copy(List.of("cv50-a.md"));
        List<IndexProgress> steps = new ArrayList<>();
        site.indexer().index(List.of(site.manuals), DeclaredManual.NOTHING, steps::add);
        IndexProgress last = steps.getLast();
        assertThat(last.passagesDone()).isEqualTo(last.passages()).isPositive();
        assertThat(last.files()).isEqualTo(1);
    }

    private static void stopInTheThirdManual(IndexProgress progress) {
        if (progress.fileNumber() == 3 && progress.passagesDone() == 1) {
            throw new IllegalStateException("power cut");
        }
    }

    /// For each answer: whether its passages of the manual were changed ones, old ones, or both.
    private List<Set<Boolean>> seenUntil(AtomicBoolean done) {
        List<Set<Boolean>> seen = new ArrayList<>();
        do {
            List<Passage> passages = site.ask("oil rags near miss call maintenance");
            assertThat(passages).hasSize(4).allMatch(p -> p.evidence().vectorRank() > 0);
            seen.add(
                    Set.copyOf(passages.stream().map(p -> p.text().contains("Changed.")).toList()));
        } while (!done.get());
        return seen;
    }

    private int orphans() {
        return site.database.read(
                transaction ->
                        transaction.only(
                                "select (select count(*) from passage_words) + (select count(*)"
                                        + " from passage_code) - (select count(*) from passage) -"
                                        + " (select count(*) from passage_code c join passage p on"
                                        + " p.id = c.passage)",
                                row -> row.getInt(1)));
    }
}
