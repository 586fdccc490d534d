package dev.andon.node.bench.sync;

import dev.andon.node.bench.Figure;
import dev.andon.node.demo.DemoNode;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where a part measures, and whom it tells.
///
/// @param folder of its own, empty; deleted after it
/// @param demo the demonstration's node, open; for the parts that need a whole node
/// @param sizes how much
/// @param figures told
/// @param told what cannot be measured, a line each
record Stand(
        Path folder,
        Supplier<DemoNode> demo,
        Sizes sizes,
        Consumer<Figure> figures,
        Consumer<String> told) {
    /// Tells a figure without a goal.
    void figure(String name, double value, String unit, String against) {
        figures.accept(Figure.of("sync." + name, value, unit, against));
    }

    /// Tells a figure that should not be above its goal.
    void atMost(double goal, String name, double value, String unit, String against) {
        figures.accept(Figure.atMost(goal, "sync." + name, value, unit, against));
    }

    /// Tells a figure that should not be below its goal.
    void atLeast(double goal, String name, double value, String unit, String against) {
        figures.accept(Figure.atLeast(goal, "sync." + name, value, unit, against));
    }
}
