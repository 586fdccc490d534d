package dev.andon.knowledge.llm.llamacpp;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.LogFormat;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.llm.llamacpp.Wire.Command;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The binding, as far as it can be trusted. Its own exception type is hidden from us, hence the
/// `RuntimeException`s. Lives in the child, on one thread, and is never closed: closing frees
/// nothing, the end of the process frees everything.
final class LlamaEngine {
    private final LlamaModel model;
    private final int contextTokens;

    private LlamaEngine(LlamaModel model, int contextTokens) {
        this.model = model;
        this.contextTokens = contextTokens;
    }

    /// Loads the model.
    ///
    /// @throws StageException `model-corrupt` or `gpu-missing`
    static LlamaEngine load(Command.Load load) {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        ModelParameters parameters = parameters(load);
        if (load.gpuLayers() > 0) {
            LlamaModel.setLogger(LogFormat.TEXT, (_, line) -> log.add(line));
        } else {
            parameters.disableLog();
        }
        LlamaModel model;
        try {
            model = new LlamaModel(parameters);
        } catch (RuntimeException e) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "model-corrupt",
                    "llama.cpp cannot load %s (%s); fetch the file again or choose another."
                            .formatted(load.model(), e.getMessage()),
                    e);
        }
        if (load.gpuLayers() > 0 && GpuOffload.layers(log) == 0) {
            throw gpuMissing(load.gpuLayers());
        }
        return new LlamaEngine(model, load.contextTokens());
    }

    private static ModelParameters parameters(Command.Load load) {
        ModelParameters parameters =
                new ModelParameters()
                        .setModel(load.model())
                        .setCtxSize(load.contextTokens())
                        .setThreads(load.threads())
                        .setThreadsBatch(load.threads())
                        .setBatchSize(load.batchTokens())
                        .setUbatchSize(load.batchTokens())
                        .setParallel(1)
                        .disableContextShift();
        if (load.gpuLayers() > 0) {
            parameters.setGpuLayers(load.gpuLayers());
        }
        if (!load.mapped()) {
            parameters.disableMmap();
        }
        return parameters;
    }

    private static StageException gpuMissing(int layers) {
        return new StageException(
                Stage.LANGUAGE_MODEL,
                "gpu-missing",
                "answering.gpuLayers is %d, but the llama.cpp library in use has no GPU backend (the built-in one never has); install the GPU's driver and a jllama library built with CUDA or Vulkan and start with -Dde.kherud.llama.lib.path=ITS_FOLDER, or run llama-server, Ollama or vLLM and set answering.backend: http, or set answering.gpuLayers: 0."
                        .formatted(layers));
    }

    /// Continues a prompt on the calling thread until its end, its limit, or a cancellation.
    ///
    /// @param cancelled polled between tokens; cancelling from another thread would hang
    /// @throws StageException `prompt-too-long` or `generation-failed`; the model stays usable
    void generate(Command.Generate request, BooleanSupplier cancelled, Consumer<String> pieces) {
        refuseWhatDoesNotFit(request);
        try {
            LlamaIterator tokens = model.generate(parameters(request)).iterator();
            while (tokens.hasNext()) {
                if (cancelled.getAsBoolean()) {
                    tokens.cancel();
                    return;
                }
                pieces.accept(tokens.next().text);
            }
        } catch (RuntimeException e) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "generation-failed",
                    "llama.cpp could not continue the prompt: " + e.getMessage(),
                    e);
        }
    }

    /// The number of tokens of a text, as part of a prompt.
    int tokens(String text) {
        return model.encode(text).length;
    }

    private void refuseWhatDoesNotFit(Command.Generate request) {
        int promptTokens = tokens(request.prompt()) + 1;
        if (promptTokens + request.tokensMax() > contextTokens) {
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "prompt-too-long",
                    "The prompt has %d tokens and the answer may have %d, but the context holds %d; raise contextTokens or pass fewer passages."
                            .formatted(promptTokens, request.tokensMax(), contextTokens));
        }
    }

    private static InferenceParameters parameters(Command.Generate request) {
        InferenceParameters parameters =
                new InferenceParameters(request.prompt())
                        .setNPredict(request.tokensMax())
                        .setSeed(request.seed())
                        .setTemperature(request.temperature())
                        .setCachePrompt(true);
        return request.grammar() == null ? parameters : parameters.setGrammar(request.grammar());
    }
}
