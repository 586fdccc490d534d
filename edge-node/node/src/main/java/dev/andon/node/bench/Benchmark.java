package dev.andon.node.bench;

import dev.andon.node.bench.sync.SyncBenchmark;
import dev.andon.node.demo.DemoNode;

import java.util.List;
import java.util.function.Consumer;

/// A named group of figures.
public interface Benchmark {
    /// All that there are.
    List<Benchmark> ALL =
            List.of(
                    new TurnBenchmark(),
                    new StartBenchmark(),
                    new MemoryBenchmark(),
                    new RetrievalBenchmark(),
                    new LanguageModelBenchmark(),
                    new SyncBenchmark());

    /// Parts of these that can be named alone, `sync.push`.
    List<Benchmark> PARTS = SyncBenchmark.alone();

    /// What `--only` calls it.
    String name();

    /// Whether it runs unless it is named; one that takes minutes or gigabytes does not.
    default boolean usual() {
        return true;
    }

    /// Measures and tells each figure.
    ///
    /// @param told how far it is, and what cannot be measured here, a line each
    void measure(DemoNode demo, Consumer<Figure> figures, Consumer<String> told);
}
