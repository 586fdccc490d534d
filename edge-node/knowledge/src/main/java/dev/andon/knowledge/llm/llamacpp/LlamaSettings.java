package dev.andon.knowledge.llm.llamacpp;

import java.nio.file.Path;
import java.time.Duration;

/// How a model is loaded and how long anything may take.
///
/// @param model the GGUF file
/// @param scratch a private folder for the binding's native library; the binding deletes files in
///     it at every start, so nothing else may be there, and no other model may share it
/// @param load what of the machine the model gets
/// @param waits how long anything may take
/// @param restarts what happens after a death
public record LlamaSettings(Path model, Path scratch, Load load, Waits waits, Restarts restarts) {
    /// Prompts longer than this are refused before they reach the child; it also keeps one command
    /// inside the pipe's buffer.
    static final int PROMPT_CHARS_MAX = 24_000;

    /// Generations that may wait for their turn.
    static final int QUEUE_MAX = 4;

    /// The settings of a node without a GPU.
    public static LlamaSettings of(Path model, Path scratch) {
        return new LlamaSettings(model, scratch, Load.CPU, Waits.CPU, Restarts.USUAL);
    }

    /// The same with another share of the machine.
    public LlamaSettings with(Load other) {
        return new LlamaSettings(model, scratch, other, waits, restarts);
    }

    /// The same with other limits of time.
    public LlamaSettings with(Waits other) {
        return new LlamaSettings(model, scratch, load, other, restarts);
    }

    /// The same with other restarts.
    public LlamaSettings with(Restarts other) {
        return new LlamaSettings(model, scratch, load, waits, other);
    }

    /// What of the machine the model gets.
    ///
    /// @param contextTokens prompt and answer together
    /// @param threads of the processor
    /// @param gpuLayers on the GPU; 0 is none, 99 is all. More than 0 refuses to start where the
    ///     library has no GPU
    /// @param batchTokens evaluated at a time, 1 to 512; a cancellation waits for one batch
    /// @param mapped false reads the file into memory, which needs half as much for Q4_0
    public record Load(
            int contextTokens, int threads, int gpuLayers, int batchTokens, boolean mapped) {
        /// Two cores, no GPU, a cached instruction and a few sentences.
        public static final Load CPU = new Load(2048, 2, 0, 64, false);

        public Load {
            require(contextTokens >= 32, "contextTokens must be at least 32", contextTokens);
            require(threads >= 1, "threads must be at least 1", threads);
            require(gpuLayers >= 0, "gpuLayers must be 0 or more", gpuLayers);
            require(
                    batchTokens >= 1 && batchTokens <= 512,
                    "batchTokens must be 1 to 512",
                    batchTokens);
        }

        private static void require(boolean holds, String rule, int value) {
            if (!holds) {
                throw new IllegalArgumentException(rule + ", not " + value);
            }
        }
    }

    /// How long anything may take; past it the child is killed.
    ///
    /// @param startMax until the model is loaded
    /// @param firstTokenMax until the first token: the whole prompt is evaluated before it
    /// @param nextTokenMax between two tokens, and from a cancellation to its end
    public record Waits(Duration startMax, Duration firstTokenMax, Duration nextTokenMax) {
        /// A model of 7 billion parameters on two cores.
        public static final Waits CPU =
                new Waits(Duration.ofMinutes(3), Duration.ofMinutes(3), Duration.ofSeconds(20));
    }

    /// What happens after a death.
    ///
    /// @param inARowMax deaths without one finished generation between them; then the model stays
    ///     down until the node is restarted
    /// @param first pause before the first restart; each further one is twice as long
    /// @param pauseMax the longest pause
    /// @param heapMib heap of the child JVM; the model itself is outside of it
    public record Restarts(int inARowMax, Duration first, Duration pauseMax, int heapMib) {
        /// Five times, after 0.5 s, 1 s, 2 s, 4 s, 8 s.
        public static final Restarts USUAL =
                new Restarts(5, Duration.ofMillis(500), Duration.ofSeconds(30), 128);

        /// The pause before a restart, counted from 1.
        Duration pauseBefore(int restart) {
            Duration pause = first.multipliedBy(1L << Math.min(restart - 1, 20));
            return pause.compareTo(pauseMax) > 0 ? pauseMax : pause;
        }
    }
}
