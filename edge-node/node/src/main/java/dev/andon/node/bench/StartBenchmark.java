package dev.andon.node.bench;

import dev.andon.node.demo.DemoNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// From the start of the process to the first spoken answer of a recorded question, written to a
/// file, beside the start of a bare Java process.
final class StartBenchmark implements Benchmark {
    private static final int RUNS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(DemoNode demo, Consumer<Figure> figures, Consumer<String> told) {
        Path answer = demo.home().runtime().resolve("bench-answer.wav");
        Path question = demo.plant().recording(demo.questions().getFirst());
        List<String> ask =
                List.of(
                        "dev.andon.node.cli.Andon",
                        "--home=" + demo.home().root(),
                        "ask",
                        "--json",
                        "--wav=" + question,
                        "--out=" + answer);
        double first = median(ask);
        double bare = median(List.of("-version"));
        String against = "process start to the end of a spoken answer, median of " + RUNS;
        figures.accept(Figure.of("start.first_answer_ms", first, "ms", against));
        figures.accept(Figure.of("start.bare_java_ms", bare, "ms", "java -version"));
        figures.accept(Figure.of("start.over_bare_java", first / bare, "ratio", "java -version"));
    }

    private static double median(List<String> arguments) {
        double[] millis = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            millis[i] = run(arguments);
        }
        return new Percentiles(millis).at(0.5);
    }

    private static double run(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(Arrays.asList("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        long begun = System.nanoTime();
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("exit " + exit + " of " + arguments);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
        return (System.nanoTime() - begun) / 1e6;
    }
}
