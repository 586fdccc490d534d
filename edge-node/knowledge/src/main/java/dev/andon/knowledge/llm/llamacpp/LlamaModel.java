package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.answer.MistralPrompt;
import dev.andon.knowledge.answer.Prompt;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// A GGUF model in a supervised child process. Safe to call from any thread; generations are served
/// one at a time in the order of their coming.
public final class LlamaModel implements LanguageModel {
    private final LlamaSettings settings;
    private final Supervisor supervisor;
    private final AtomicLong lastId = new AtomicLong();

    private LlamaModel(LlamaSettings settings) {
        this.settings = settings;
        this.supervisor = new Supervisor(settings);
    }

    /// Begins to load the model and returns at once; [#health] tells how far it is.
    public static LlamaModel start(LlamaSettings settings) {
        LlamaModel model = new LlamaModel(settings);
        model.supervisor.start();
        return model;
    }

    /// How the model is.
    public ModelHealth health() {
        return supervisor.health();
    }

    /// Waits until the model answers.
    ///
    /// @throws StageException why it does not: `model-missing`, `model-corrupt`, `gpu-missing`,
    ///     `model-starting` when the time is over
    public void awaitReady(Duration max) {
        supervisor.awaitReady(max);
    }

    @Override
    public void requireReady() {
        supervisor.requireReady();
    }

    @Override
    public Stream<String> generate(Prompt prompt, GenerationLimits limits) {
        if (limits.grammar() != null) {
            GbnfCheck.check(limits.grammar());
        }
        Generation generation = new Generation(lastId.incrementAndGet(), rendered(prompt), limits);
        supervisor.enqueue(generation);
        return generation.stream().onClose(() -> supervisor.forget(generation));
    }

    @Override
    public int tokens(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        Counting counting =
                new Counting(
                        lastId.incrementAndGet(), bounded(text), settings.waits().nextTokenMax());
        supervisor.enqueue(counting);
        try {
            return counting.await();
        } finally {
            supervisor.forget(counting);
        }
    }

    private static String rendered(Prompt prompt) {
        return bounded(MistralPrompt.render(prompt));
    }

    private static String bounded(String text) {
        if (text.length() > LlamaSettings.PROMPT_CHARS_MAX) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "prompt-too-long",
                    "The prompt has %d characters, at most %d may be sent; pass fewer passages."
                            .formatted(text.length(), LlamaSettings.PROMPT_CHARS_MAX));
        }
        return text;
    }

    @Override
    public String name() {
        return String.valueOf(settings.model().getFileName());
    }

    /// Kills the child; generations under way fail with `model-closed`.
    @Override
    public void close() {
        supervisor.close();
    }
}
