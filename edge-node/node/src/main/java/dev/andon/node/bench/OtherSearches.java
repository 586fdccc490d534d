package dev.andon.node.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// sqlite-vec and FAISS flat over the same vectors and questions as Andon's search.
///
/// @param folder to work in
/// @param sizes how many vectors
record OtherSearches(Path folder, RetrievalBenchmark.Sizes sizes) {
    private static final double SQLITE_VEC_GOAL = 10;

    /// @param scan milliseconds of Andon's search over as many passages
    void measure(double scan, Consumer<Figure> figures, Consumer<String> told) throws IOException {
        told.accept("searching the same vectors by sqlite-vec and FAISS");
        Path vectors = folder.resolve("vectors.f32");
        Path questions = folder.resolve("questions.f32");
        SyntheticManuals.write(vectors, questions, sizes.questions(), sizes.middle());
        FlatSearches.Outcome outcome = outcome(vectors, questions);
        vectors.toFile().delete();
        outcome.missing().forEach(missing -> told.accept("not measured: " + missing));
        Map<String, Double> millis = outcome.millis();
        Double sqliteVec = millis.get("sqlite-vec");
        if (sqliteVec != null) {
            time("retrieval.sqlite_vec_100k_ms", sqliteVec, figures);
            figures.accept(
                    Figure.atLeast(
                            SQLITE_VEC_GOAL,
                            "retrieval.sqlite_vec_over_scan_100k",
                            sqliteVec / scan,
                            "ratio",
                            "Andon's search over the same vectors"));
        }
        Double faiss = millis.get("faiss-flat");
        if (faiss != null) {
            time("retrieval.faiss_flat_100k_ms", faiss, figures);
            figures.accept(
                    Figure.of(
                            "retrieval.faiss_flat_over_scan_100k",
                            faiss / scan,
                            "ratio",
                            "Andon's search over the same vectors"));
        }
    }

    private FlatSearches.Outcome outcome(Path vectors, Path questions) throws IOException {
        try {
            return new FlatSearches(folder)
                    .measure(vectors, questions, SyntheticManuals.EMBEDDER.dimensions());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }

    private static void time(String name, double millis, Consumer<Figure> figures) {
        figures.accept(
                Figure.of(name, millis, "ms", "exact top-10 of float32, one thread, median"));
    }
}
