package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.knowledge.embed.onnx.Counted;
import dev.andon.knowledge.embed.onnx.E5;
import dev.andon.knowledge.retrieval.sqlite.ManualsFixture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/// No vector is made twice.
class EmbeddingRunTest {
    private static final int PASSAGES = EmbeddingRun.DRAFT_MAX + 20;

    private final AtomicInteger made = new AtomicInteger();
    @TempDir Path folder;
    private ManualsFixture site;

    @BeforeEach
    void open() {
        site = new ManualsFixture(folder, new Counted(E5.EMBEDDER, made));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aManualThatWasCutOffInItsMiddleGoesOnWhereItWas() throws IOException {
        write("");
        assertThatThrownBy(
                        () ->
                                site.indexer()
                                        .index(
                                                List.of(site.manuals),
                                                DeclaredManual.NOTHING,
                                                EmbeddingRunTest::stopNearTheEnd))
                .isInstanceOf(CancellationException.class);
        assertThat(site.table.list()).isEmpty();
        made.set(0);

        site.index();

        assertThat(site.table.list())
                .singleElement()
                .satisfies(manual -> assertThat(manual.passages()).isEqualTo(PASSAGES));
        assertThat(made).hasValue(PASSAGES - EmbeddingRun.DRAFT_MAX);
        assertThat(drafts()).isZero();
    }

    @Test
    void aChangedManualCostsOnlyWhatChanged() throws IOException {
        write("");
        site.index();
        made.set(0);

        write("\n## A new part\n\nGrease the new part every day.\n");
        site.index();

        assertThat(made).hasValue(1);
    }

    private int drafts() {
        return site.database.read(
                transaction ->
                        transaction.only(
                                "select count(*) from embedding_draft", row -> row.getInt(1)));
    }

    private static void stopNearTheEnd(IndexProgress progress) {
        if (progress.passagesDone() == EmbeddingRun.DRAFT_MAX + 10) {
            throw new CancellationException();
        }
    }

    private void write(String more) throws IOException {
        StringBuilder text = new StringBuilder("# Press\n");
        for (int part = 1; part <= PASSAGES; part++) {
            text.append("\n## Part %d\n\nOil part %d.\n".formatted(part, part));
        }
        Files.createDirectories(site.manuals);
        Files.writeString(site.manuals.resolve("press.md"), text + more);
    }
}
