package dev.andon.node.bench;

import dev.andon.node.audio.WavSource;
import dev.andon.node.demo.DemoNode;
import dev.andon.node.turn.Conversation;
import dev.andon.node.turn.TurnInput;

import java.util.function.Consumer;

/// What a node with all engines open holds.
final class MemoryBenchmark implements Benchmark {
    private static final double GOAL_MIB = 1024;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void measure(DemoNode demo, Consumer<Figure> figures, Consumer<String> told) {
        demo.questions()
                .forEach(
                        question ->
                                demo.node()
                                        .turn()
                                        .run(
                                                new TurnInput.Spoken(
                                                        WavSource.open(
                                                                demo.plant().recording(question)),
                                                        question.machine()),
                                                new Conversation(),
                                                new CountingSink(),
                                                event -> {}));
        figures.accept(
                Figure.atMost(
                        GOAL_MIB,
                        "memory.node_mib",
                        (double) ProcessMemory.residentMib(),
                        "MiB",
                        "resident set after spoken turns, all engines open, no language model"));
    }
}
