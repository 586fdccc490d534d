package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.LanguageModel;
import dev.andon.knowledge.corpus.ManualStore;
import dev.andon.knowledge.embed.onnx.EmbedderSpec;
import dev.andon.knowledge.embed.onnx.OnnxEmbedder;
import dev.andon.knowledge.llm.http.ServerModel;
import dev.andon.knowledge.llm.http.ServerSettings;
import dev.andon.knowledge.llm.llamacpp.LlamaModel;
import dev.andon.knowledge.llm.llamacpp.LlamaSettings;
import dev.andon.models.Manifest;
import dev.andon.models.ModelStore;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.stt.vosk.CompiledGraph;
import dev.andon.node.stt.vosk.GraphCompiler;
import dev.andon.node.stt.vosk.VoskRecognizer;
import dev.andon.node.tts.mary.MaryPronouncer;
import dev.andon.node.tts.mary.MarySynthesizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Opens the real engines from the models and the configuration. Nothing is chosen here that the
/// configuration does not say.
final class Engines {
    private final NodeHome home;
    private final DeviceConfig config;
    private final ModelStore models;

    Engines(NodeHome home, DeviceConfig config) {
        this.home = home;
        this.config = config;
        this.models = new ModelStore(home.models(), Manifest.bundledAnd(home.manifest()));
    }

    OnnxEmbedder embedder() {
        EmbedderSpec spec = EmbedderSpec.named(config.retrieval().embedder());
        Path model = models.ready(spec.name());
        return OnnxEmbedder.open(
                model.resolve("model.onnx"), model.resolve("tokenizer.json"), spec);
    }

    MarySynthesizer synthesizer() {
        return MarySynthesizer.start();
    }

    /// The recogniser, with the plant's words where its model can be taught them, else with those
    // of
    /// its commands that it knows.
    VoskRecognizer recognizer(AssetRegister register, ManualStore manuals) {
        Path model = models.ready(config.hearing().model());
        return teachable(model)
                ? VoskRecognizer.open(learn(register, manuals).model())
                : VoskRecognizer.open(
                        model, PlantGrammar.of(PhraseBook.of(home.phrases()), register));
    }

    /// Compiles the plant's words into the speech model; finds them compiled if nothing changed.
    ///
    /// @throws StageException the configured model cannot be taught words
    CompiledGraph learn(AssetRegister register, ManualStore manuals) {
        Path model = models.ready(config.hearing().model());
        return new GraphCompiler(model, MaryPronouncer.load())
                .compile(
                        PlantWords.of(register, manuals, PhraseBook.of(home.phrases())),
                        home.graphs());
    }

    /// The words that the recogniser hears.
    List<String> hearableWords(AssetRegister register, ManualStore manuals) {
        Path model = models.ready(config.hearing().model());
        return VoskRecognizer.words(teachable(model) ? learn(register, manuals).model() : model);
    }

    /// Whether the configured speech model can be taught words.
    boolean teachable() {
        return teachable(models.ready(config.hearing().model()));
    }

    private boolean teachable(Path model) {
        return config.hearing().vocabulary() == DeviceConfig.Vocabulary.PLANT
                && Files.exists(model.resolve("lexicon.txt"));
    }

    /// The configured language model; there is one unless the backend is `NONE`.
    LanguageModel languageModel() {
        return switch (config.answering().backend()) {
            case LLAMACPP -> llama();
            case HTTP -> server();
            case NONE -> throw new IllegalStateException("no language model is configured");
        };
    }

    private LlamaModel llama() {
        DeviceConfig.Answering answering = config.answering();
        Path model = models.ready(Objects.requireNonNull(answering.model()));
        int threads =
                answering.threads() > 0
                        ? answering.threads()
                        : Runtime.getRuntime().availableProcessors();
        LlamaSettings.Load load =
                new LlamaSettings.Load(
                        answering.contextTokens(), threads, answering.gpuLayers(), 64, false);
        return LlamaModel.start(LlamaSettings.of(gguf(model), home.runtime()).with(load));
    }

    private ServerModel server() {
        DeviceConfig.Answering answering = config.answering();
        DeviceConfig.Server server = answering.server();
        return ServerModel.of(
                new ServerSettings(
                        Objects.requireNonNull(server.url()),
                        Objects.requireNonNull(answering.model()),
                        server.key(),
                        server.caFile(),
                        Duration.ofMillis(server.connectMsMax()),
                        Duration.ofMillis(server.firstTokenMsMax())));
    }

    private static Path gguf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".gguf")).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            throw new StageException(
                    Stage.LANGUAGE_MODEL,
                    "model-missing",
                    "%s holds %d .gguf files and should hold one; pull the model again."
                            .formatted(folder, found.size()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
