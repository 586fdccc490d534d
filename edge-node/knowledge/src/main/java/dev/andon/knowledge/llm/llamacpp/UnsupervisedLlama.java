package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.answer.GenerationLimits;
import dev.andon.knowledge.answer.MistralPrompt;
import dev.andon.knowledge.answer.Prompt;
import dev.andon.knowledge.llm.llamacpp.Wire.Command;

import java.util.function.Consumer;

/// The binding in this very process, to measure what the child process costs. Nothing else may use
/// it: a death of the binding is the death of the process, and its memory is never given back.
public final class UnsupervisedLlama {
    private final LlamaEngine engine;

    private UnsupervisedLlama(LlamaEngine engine) {
        this.engine = engine;
    }

    /// Loads the model, as the child would, and returns when it answers. One model a process.
    ///
    /// @throws dev.andon.knowledge.StageException `model-corrupt` or `gpu-missing`
    public static UnsupervisedLlama load(LlamaSettings settings) {
        System.setProperty(ChildProcess.LIBRARY_FOLDER, settings.scratch().toString());
        return new UnsupervisedLlama(LlamaEngine.load(ChildProcess.load(settings)));
    }

    /// Continues a prompt on the calling thread until its end or its limit.
    public void generate(Prompt prompt, GenerationLimits limits, Consumer<String> pieces) {
        Command.Generate request =
                new Command.Generate(
                        1,
                        MistralPrompt.render(prompt),
                        limits.tokensMax(),
                        limits.seed(),
                        limits.temperature(),
                        limits.grammar());
        engine.generate(request, () -> false, pieces);
    }
}
