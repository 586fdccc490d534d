package dev.andon.node.bench;

import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.retrieval.sqlite.SearchParts;
import dev.andon.knowledge.retrieval.sqlite.SqliteVectorSearch;
import dev.andon.knowledge.store.Database;

import java.nio.file.Path;
import java.util.function.Consumer;

/// From the closed file of a large store to the first answer.
///
/// @param file of the store
/// @param sizes of it
record OpenFigures(Path file, RetrievalBenchmark.Sizes sizes) {
    void measure(Embedding question, Consumer<Figure> figures) {
        long begun = System.nanoTime();
        try (Database database = Database.open(file, ManualSchema.SCHEMA)) {
            double opened = (System.nanoTime() - begun) / 1e6;
            VectorSearch search = new SqliteVectorSearch(SyntheticManuals.EMBEDDER);
            database.read(
                    moment ->
                            search.nearest(
                                    moment,
                                    question,
                                    SearchParts.manuals(moment),
                                    ExactNeighbours.LIMIT));
            double answered = (System.nanoTime() - begun) / 1e6;
            String against = "%,d passages".formatted(sizes.large());
            figures.accept(
                    Figure.of(
                            "retrieval.open_1m_ms",
                            answered,
                            "ms",
                            "to the first answer from " + against));
            figures.accept(
                    Figure.of(
                            "retrieval.check_1m_ms",
                            opened,
                            "ms",
                            "the check of the file, in the former"));
        }
    }
}
