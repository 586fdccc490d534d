package dev.andon.node.bench;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.retrieval.VectorSearch.Neighbour;
import dev.andon.knowledge.retrieval.sqlite.SearchParts;
import dev.andon.knowledge.retrieval.sqlite.SqliteVectorSearch;
import dev.andon.knowledge.store.Database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The search by vectors in the store, timed on its reader's thread as a turn runs it: the scan and
/// the comparison of the best in full.
final class VectorFigures {
    private static final double FLOOR_GOAL = 1.5;
    private static final int LIMIT = ExactNeighbours.LIMIT;
    private static final int WARM_UP = 10;

    private final Database database;
    private final SyntheticManuals manuals;
    private final Consumer<Figure> figures;
    private final VectorSearch search = new SqliteVectorSearch(SyntheticManuals.EMBEDDER);

    VectorFigures(Database database, SyntheticManuals manuals, Consumer<Figure> figures) {
        this.database = database;
        this.manuals = manuals;
        this.figures = figures;
    }

    /// Milliseconds by the clock, median.
    double scan(String size) {
        Stopwatch watch = new Stopwatch();
        timed(watch, () -> {});
        tell(watch, "scan_" + size, how(watch));
        return watch.millis(0.5);
    }

    /// The floor and the search by turns, so that both meet the same noise.
    void scanOverFloor(int passages) {
        Stopwatch scan = new Stopwatch();
        Stopwatch floor = new Stopwatch();
        long bytes = (long) passages * SyntheticManuals.EMBEDDER.dimensions();
        try (MemoryFloor memory = new MemoryFloor(bytes)) {
            timed(scan, () -> floor.time(memory::read));
        }
        tell(scan, "scan_1m", how(scan));
        tell(floor, "floor_1m", "one thread reads a byte a dimension");
        String against = "reading as many bytes, by turns, medians of %d".formatted(scan.count());
        figures.accept(
                Figure.atMost(
                        FLOOR_GOAL,
                        "retrieval.scan_1m_over_floor",
                        scan.millis(0.5) / floor.millis(0.5),
                        "ratio",
                        against));
        figures.accept(
                Figure.of(
                        "retrieval.scan_1m_over_floor_cpu",
                        scan.cpuMillis(0.5) / floor.cpuMillis(0.5),
                        "ratio",
                        "the same in processor time of the thread"));
    }

    /// Of the search as it is, against all vectors in full.
    void recall() {
        ExactNeighbours exact = manuals.exact();
        double sum = 0;
        for (int question = 0; question < exact.questions(); question++) {
            List<Double> found = new ArrayList<>();
            Embedding asked = manuals.questions().get(question);
            nearest(asked).forEach(neighbour -> found.add(neighbour.cosine()));
            sum += exact.recall(question, found);
        }
        figures.accept(
                Figure.of(
                        "retrieval.recall_at_10_1m",
                        sum / exact.questions(),
                        "ratio",
                        "float32 brute force, %d questions".formatted(exact.questions())));
    }

    private List<Neighbour> nearest(Embedding question) {
        return database.read(
                moment -> search.nearest(moment, question, SearchParts.manuals(moment), LIMIT));
    }

    /// Each question once, after a warm-up.
    private void timed(Stopwatch watch, Runnable between) {
        List<Embedding> questions = manuals.questions();
        Set<Long> all = database.read(moment -> SearchParts.manuals(moment));
        for (int i = 0; i < WARM_UP; i++) {
            nearest(questions.get(i % questions.size()));
        }
        for (Embedding question : questions) {
            database.read(
                    moment -> {
                        watch.time(() -> search.nearest(moment, question, all, LIMIT));
                        between.run();
                        return all;
                    });
        }
    }

    private static String how(Stopwatch watch) {
        return "exact top-%d, median of %d questions".formatted(LIMIT, watch.count());
    }

    private void tell(Stopwatch watch, String name, String against) {
        figures.accept(Figure.of("retrieval." + name + "_ms", watch.millis(0.5), "ms", against));
        figures.accept(
                Figure.of(
                        "retrieval." + name + "_cpu_ms",
                        watch.cpuMillis(0.5),
                        "ms",
                        "the same in processor time of the thread"));
    }
}
