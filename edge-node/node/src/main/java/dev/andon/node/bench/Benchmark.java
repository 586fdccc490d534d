package dev.andon.node.bench;

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
                    new LanguageModelBenchmark());

    /// What `--only` calls it.
    String name();

    /// Measures and tells each figure.
    void measure(DemoNode demo, Consumer<Figure> figures);
}
