package dev.andon.node.bench;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.Prompt;
import dev.andon.knowledge.llm.llamacpp.LlamaModel;
import dev.andon.knowledge.llm.llamacpp.LlamaSettings;
import dev.andon.knowledge.llm.llamacpp.RandomModel;
import dev.andon.knowledge.llm.llamacpp.UnsupervisedLlama;
import dev.andon.node.demo.DemoNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A model of the true shape of Mistral 7B with random weights: what the child process costs beside
/// the binding in this process, and what a prompt saves whose beginning was evaluated before.
///
/// The file of 3.8 GiB is written for the measurement and deleted after it.
final class LanguageModelBenchmark implements Benchmark {
    private static final long FREE_BYTES_MIN = 5L << 30;
    private static final int ROUNDS = 3;
    private static final int TURNS = 8;
    private static final int TOKENS = 12;
    private static final int INSTRUCTION_WORDS = 160;
    private static final int QUESTION_WORDS = 8;
    private static final long SEED = 7;
    private static final double CHILD_GOAL = 0.98;
    private static final double WARM_GOAL = 0.1;
    private static final Duration LOAD_MAX = Duration.ofMinutes(10);

    private final Random random = new Random(SEED);

    @Override
    public String name() {
        return "llm";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public void measure(DemoNode demo, Consumer<Figure> figures, Consumer<String> told) {
        Path folder = demo.home().runtime().resolve("bench-llm");
        Path file = folder.resolve("random-7b-q4_0.gguf");
        try {
            Files.createDirectories(folder);
            refuseTooLittleSpace(folder);
            told.accept("writing a model of random weights");
            RandomModel.write(file, RandomModel.Shape.MISTRAL_7B, SEED);
            measure(settings(file, folder.resolve("child")), folder, figures);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            file.toFile().delete();
        }
    }

    private void measure(LlamaSettings settings, Path folder, Consumer<Figure> figures) {
        try (LlamaModel child = LlamaModel.start(settings)) {
            child.awaitReady(LOAD_MAX);
            firstToken(child, figures);
            speed(child, inProcess(settings, folder), figures);
        }
    }

    /// Each cold prompt begins otherwise; each warm one begins as the cold one before it.
    private void firstToken(LlamaModel child, Consumer<Figure> figures) {
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String instruction = words(INSTRUCTION_WORDS);
            cold.add(generate(child, prompt(instruction), 1).firstMs());
            warm.add(generate(child, prompt(instruction), 1).firstMs());
        }
        String against =
                "a prompt of about %d tokens, of which only the question is new, median of %d"
                        .formatted(INSTRUCTION_WORDS, ROUNDS);
        figures.accept(Figure.of("llm.cold_first_token_ms", median(cold), "ms", "all new"));
        figures.accept(Figure.of("llm.warm_first_token_ms", median(warm), "ms", against));
        figures.accept(
                Figure.atMost(
                        WARM_GOAL,
                        "llm.warm_over_cold_first_token",
                        median(warm) / median(cold),
                        "ratio",
                        against));
    }

    /// By turns, so that both meet the same noise; after a first token of each, which reads the
    /// weights from the disk. The median of all intervals between tokens forgives what else the
    /// machine does now and then.
    private void speed(LlamaModel child, UnsupervisedLlama binding, Consumer<Figure> figures) {
        generate(child, prompt(words(QUESTION_WORDS)), 1);
        generate(binding, prompt(words(QUESTION_WORDS)), 1);
        List<Double> ofChild = new ArrayList<>();
        List<Double> ofBinding = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            Prompt prompt = prompt(words(QUESTION_WORDS));
            ofChild.addAll(generate(child, prompt, TOKENS).intervalsMs());
            ofBinding.addAll(generate(binding, prompt, TOKENS).intervalsMs());
        }
        double childTokens = 1000 / median(ofChild);
        double bindingTokens = 1000 / median(ofBinding);
        String against =
                "the binding in this process, by turns, median interval of %d x %d tokens"
                        .formatted(TURNS, TOKENS);
        figures.accept(
                Figure.of("llm.child_tokens_per_s", childTokens, "tokens/s", "in the child"));
        figures.accept(
                Figure.of("llm.in_process_tokens_per_s", bindingTokens, "tokens/s", against));
        figures.accept(
                Figure.atLeast(
                        CHILD_GOAL,
                        "llm.child_over_in_process",
                        childTokens / bindingTokens,
                        "ratio",
                        against));
    }

    private static Pieces generate(UnsupervisedLlama model, Prompt prompt, int tokens) {
        Pieces pieces = new Pieces();
        model.generate(prompt, limits(tokens), _ -> pieces.add());
        return pieces;
    }

    private static Pieces generate(LlamaModel model, Prompt prompt, int tokens) {
        Pieces pieces = new Pieces();
        try (Stream<String> stream = model.generate(prompt, limits(tokens))) {
            stream.forEach(_ -> pieces.add());
        }
        return pieces;
    }

    private static UnsupervisedLlama inProcess(LlamaSettings settings, Path folder) {
        Path scratch = folder.resolve("binding");
        try {
            Files.createDirectories(scratch);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return UnsupervisedLlama.load(
                new LlamaSettings(
                        settings.model(),
                        scratch,
                        settings.load(),
                        settings.waits(),
                        settings.restarts()));
    }

    private static LlamaSettings settings(Path file, Path scratch) {
        int cores = Runtime.getRuntime().availableProcessors();
        return LlamaSettings.of(file, scratch)
                .with(new LlamaSettings.Load(1024, cores, 0, 64, false));
    }

    private Prompt prompt(String instruction) {
        return new Prompt(instruction, "", words(QUESTION_WORDS));
    }

    /// Each is one token of the random model.
    private String words(int count) {
        return Stream.generate(this::word).limit(count).collect(Collectors.joining(" "));
    }

    private String word() {
        return random.ints(3, 'a', 'z' + 1)
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static GenerationLimits limits(int tokens) {
        return new GenerationLimits(tokens, Duration.ofMinutes(10), 1, 0, null);
    }

    private static double median(List<Double> values) {
        return new Percentiles(values.stream().mapToDouble(Double::doubleValue).toArray()).at(0.5);
    }

    private static void refuseTooLittleSpace(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < FREE_BYTES_MIN) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "disk-full",
                    "%s has %d MiB free and the random model needs %d: free some space or choose another --home."
                            .formatted(folder, free >> 20, FREE_BYTES_MIN >> 20));
        }
    }

    /// When pieces came.
    private static final class Pieces {
        private final long begun = System.nanoTime();
        private final List<Long> at = new ArrayList<>();

        void add() {
            at.add(System.nanoTime());
        }

        double firstMs() {
            return (at.getFirst() - begun) / 1e6;
        }

        /// Between one and the next; the first one waits for the prompt.
        List<Double> intervalsMs() {
            List<Double> intervals = new ArrayList<>();
            for (int i = 1; i < at.size(); i++) {
                intervals.add((at.get(i) - at.get(i - 1)) / 1e6);
            }
            return intervals;
        }
    }
}
