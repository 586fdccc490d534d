package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.Answerer;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.answer.wording.WordAnswerer;
import dev.andon.node.web.EngineHealth;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// The language model of a node, if one is configured, and when it is waited for.
final class NodeLanguageModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLanguageModel.class);
    private static final Duration START_MAX = Duration.ofMinutes(3);

    private final DeviceConfig config;
    private final NodeHome home;
    private final @Nullable Engine<LanguageModel> engine;

    NodeLanguageModel(DeviceConfig config, NodeHome home, Engines engines) {
        this.config = config;
        this.home = home;
        this.engine =
                config.answering().backend() == DeviceConfig.Backend.NONE
                        ? null
                        : new Engine<>(
                                "language model", Stage.LANGUAGE_MODEL, engines::languageModel);
    }

    /// Null if none is configured.
    @Nullable Engine<LanguageModel> engine() {
        return engine;
    }

    Answerer answerer() {
        return AnswerWiring.answerer(config, home, engine == null ? null : engine.get());
    }

    /// Opens it in the background, and has it evaluate what all prompts begin with.
    void warmUp() {
        if (engine != null) {
            engine.start();
            if (AnswerWiring.warmsUp(config.answering())) {
                Thread.ofVirtual().name("warm-language-model").start(() -> warmUp(engine));
            }
        }
    }

    private void warmUp(Engine<LanguageModel> opened) {
        try {
            settle();
            WordAnswerer.warmUp(opened.get(), AnswerWiring.timeMax(config.answering()));
        } catch (StageException down) {
            LOG.info("The language model is not warm: {}", down.getMessage());
        }
    }

    /// Waits until it answers.
    ///
    /// @throws StageException why it does not
    void settle() {
        if (engine != null) {
            LanguageModelHealth.await(engine.get(), START_MAX);
        }
    }

    /// The same for a model on this box; one on a server is not waited for.
    ///
    /// @throws StageException why it does not answer
    void settleHere() {
        if (config.answering().backend() == DeviceConfig.Backend.LLAMACPP) {
            settle();
        }
    }

    /// A model that is expected on a GPU and runs without one would be too slow for every question,
    /// and nobody would know why. Any other failure of the model only degrades the node.
    ///
    /// @throws StageException `gpu-missing`
    void refuseWithoutGpu() {
        if (config.answering().gpuLayers() > 0) {
            try {
                settleHere();
            } catch (StageException failure) {
                if (failure.code().equals("gpu-missing")) {
                    throw failure;
                }
                LOG.warn("The language model is down: {}", failure.getMessage());
            }
        }
    }

    /// How it is; null if none is configured.
    @Nullable EngineHealth health() {
        if (engine == null) {
            return null;
        }
        return engine.isOpen() ? LanguageModelHealth.of(engine.get()) : engine.health();
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
