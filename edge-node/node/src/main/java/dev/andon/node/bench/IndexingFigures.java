package dev.andon.node.bench;

import dev.andon.knowledge.corpus.CorpusIndexer;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.IndexReport;
import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.corpus.sqlite.PassageTable;
import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.store.Database;
import dev.andon.node.EdgeNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// How fast passages are embedded, and how long a manual of a thousand pages takes from the PDF to
/// the store, with the embedder that is configured.
///
/// @param node whose embedder and indexer are measured
/// @param folder to work in
/// @param sizes how much
record IndexingFigures(EdgeNode node, Path folder, RetrievalBenchmark.Sizes sizes) {
    private static final long SEED = 3;
    private static final int VOCABULARY = 2_000;
    private static final int WORDS_OF_PASSAGE = 110;
    private static final int WARM_UP = 5;

    void measure(Consumer<Figure> figures, Consumer<String> told) throws IOException {
        embed(figures);
        index(figures, told);
    }

    private void embed(Consumer<Figure> figures) {
        Embedder embedder = node.embedder();
        SyntheticText text = new SyntheticText(SEED, VOCABULARY);
        for (int i = 0; i < WARM_UP; i++) {
            embedder.embedPassage(text.passage(WORDS_OF_PASSAGE));
        }
        long begun = System.nanoTime();
        for (int i = 0; i < sizes.embedded(); i++) {
            embedder.embedPassage(text.passage(WORDS_OF_PASSAGE));
        }
        figures.accept(
                Figure.of(
                        "retrieval.embed_passages_per_s",
                        sizes.embedded() / seconds(begun),
                        "1/s",
                        "%d passages of %d words by %s"
                                .formatted(
                                        sizes.embedded(),
                                        WORDS_OF_PASSAGE,
                                        embedder.fingerprint().name())));
    }

    private void index(Consumer<Figure> figures, Consumer<String> told) throws IOException {
        Path manual = folder.resolve("thousand-pages.pdf");
        SyntheticPdf.write(manual, sizes.pages(), new SyntheticText(SEED + 1, VOCABULARY));
        told.accept("indexing a manual of %,d pages".formatted(sizes.pages()));
        try (Database database = Database.open(folder.resolve("indexed.db"), ManualSchema.SCHEMA)) {
            CorpusIndexer indexer = node.indexerInto(new PassageTable(database));
            long begun = System.nanoTime();
            IndexReport report = indexer.index(List.of(manual), DeclaredManual.NOTHING, _ -> {});
            double seconds = seconds(begun);
            List<IndexReport.Indexed> indexed = report.of(IndexReport.Indexed.class);
            if (indexed.isEmpty()) {
                throw new IllegalStateException("the manual was not indexed: " + report);
            }
            figures.accept(
                    Figure.of(
                            "retrieval.index_1000_pages_s",
                            seconds,
                            "s",
                            "PDF of %,d pages, %,d passages"
                                    .formatted(sizes.pages(), indexed.getFirst().passages())));
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
