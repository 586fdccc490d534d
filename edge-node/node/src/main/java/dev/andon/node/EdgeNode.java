package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.RegisterReader;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.corpus.CorpusIndexer;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.ManualStore;
import dev.andon.knowledge.corpus.PageOfManual;
import dev.andon.knowledge.corpus.fact.FactStore;
import dev.andon.knowledge.corpus.sqlite.ManualSchema;
import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.onnx.OnnxEmbedder;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Rankings;
import dev.andon.knowledge.store.Database;
import dev.andon.node.dialog.Interpreter;
import dev.andon.node.dialog.LanguageOfManuals;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.doctor.Finding;
import dev.andon.node.journal.RecordedTurn;
import dev.andon.node.stt.SpeechRecognizer;
import dev.andon.node.stt.vosk.CompiledGraph;
import dev.andon.node.sync.library.LibraryMembers;
import dev.andon.node.sync.library.ManualTools;
import dev.andon.node.tts.SpeechSynthesizer;
import dev.andon.node.tts.SpokenForm;
import dev.andon.node.turn.Stages;
import dev.andon.node.turn.Turn;
import dev.andon.node.vad.EndpointLimits;
import dev.andon.node.vad.Endpointer;
import dev.andon.node.web.EngineHealth;
import dev.andon.node.web.NodeServer;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A node: the one place that knows every engine and joins them to stages.
///
/// Engines are opened in the background at the start, or when they are first needed.
public final class EdgeNode implements AutoCloseable {
    /// The version of the product.
    public static final String VERSION = "0.1.0-SNAPSHOT";

    private final NodeHome home;
    private final DeviceConfig config;
    private final Engines engines;
    private final AssetRegister register;
    private final Database database;
    private final NodeManuals manuals;
    private final Engine<OnnxEmbedder> embedder;
    private final Engine<SpeechSynthesizer> synthesizer;
    private final Engine<SpeechRecognizer> recognizer;
    private final NodeLanguageModel languageModel;
    private @Nullable NodeJournal journal;
    private @Nullable NodeSync sync;
    private @Nullable MachineStates machines;

    private EdgeNode(NodeHome home, DeviceConfig config, Database database) {
        this.home = home;
        this.config = config;
        this.engines = new Engines(home, config);
        this.register = register(home);
        this.database = database;
        this.embedder = new Engine<>("embeddings", Stage.EMBEDDING, engines::embedder);
        this.manuals = new NodeManuals(home, database, embedder);
        this.synthesizer = new Engine<>("speech synthesis", Stage.SYNTHESIS, engines::synthesizer);
        this.recognizer =
                new Engine<>(
                        "speech recognition",
                        Stage.RECOGNITION,
                        () -> engines.recognizer(register, manuals.store()));
        this.languageModel = new NodeLanguageModel(config, home, engines);
    }

    /// Opens the node that lives in a home. Engines open when they are needed.
    ///
    /// @throws dev.andon.knowledge.StageException the store is corrupt or of a later version
    public static EdgeNode open(NodeHome home, DeviceConfig config) {
        return new EdgeNode(home, config, Database.open(home.database(), ManualSchema.SCHEMA));
    }

    /// Opens the node to bring manuals into its store: a corrupt store is set aside and made anew,
    /// since the manuals are at hand.
    ///
    /// @param damaged told where a corrupt store lies now
    /// @throws dev.andon.knowledge.StageException the store is of a later version
    public static EdgeNode openForIndexing(
            NodeHome home, DeviceConfig config, Consumer<Path> damaged) {
        return new EdgeNode(
                home,
                config,
                Database.openOrSetAside(home.database(), ManualSchema.SCHEMA, damaged));
    }

    /// The register of a home; an empty one if none was imported.
    public static AssetRegister register(NodeHome home) {
        return Files.exists(home.register())
                ? RegisterReader.read(home.register())
                : AssetRegister.empty();
    }

    /// The plant's machines.
    public AssetRegister register() {
        return register;
    }

    /// The manuals in the store.
    public List<IndexedManual> manuals() {
        return manuals.store().list();
    }

    /// What the manuals in the store state.
    public FactStore facts() {
        return manuals.facts();
    }

    /// What makes the vectors, in words that can be compared; null while it is not open.
    @Nullable String embedderFingerprint() {
        return embedder.isOpen() ? embedder.get().fingerprint().toString() : null;
    }

    /// Brings manuals into the store.
    public CorpusIndexer indexer() {
        return manuals.indexer();
    }

    /// Brings manuals into another store than the node's, without pictures; only for measuring.
    public CorpusIndexer indexerInto(ManualStore store) {
        return manuals.indexerInto(store);
    }

    /// Makes the vectors of questions and passages; only for measuring.
    public Embedder embedder() {
        return embedder.get();
    }

    /// What this node needs to install what the hub publishes, its ledger open.
    ///
    /// @param time the hub's clock as far as the node knows it, UTC milliseconds
    public LibraryMembers library(LibraryIdentity identity, LongSupplier time) {
        ManualTools tools =
                manuals.tools(LibraryWiring.asker(this::interpreter, languageModel::answerer));
        return LibraryWiring.members(home, config, identity, tools, time);
    }

    /// Forgets all manuals that a hub installed: what was indexed here answers again.
    public void forgetLibrary() {
        manuals.forgetLibrary();
    }

    /// The picture of a page, PNG.
    ///
    /// @throws dev.andon.knowledge.StageException `corpus`: `page-missing`, and those of
    ///     [dev.andon.knowledge.corpus.pdf.PdfPagePictures#picture]
    public byte[] picture(PageOfManual page) {
        return manuals.picture(page);
    }

    /// Teaches the recogniser the words of the register and of the manuals.
    public LearntWords learnWords() {
        if (!engines.teachable()) {
            return LearntWords.NOT_TEACHABLE;
        }
        CompiledGraph graph = engines.learn(register, manuals.store());
        return new LearntWords(
                graph.words(),
                graph.wordsAdded(),
                graph.wordsUnpronounced(),
                graph.millis(),
                graph.reused());
    }

    /// The words that the loaded speech model can hear.
    public List<String> hearableWords() {
        return engines.hearableWords(register, manuals.store());
    }

    /// The journal; opened when it is first needed, and rid of what has run out of its days.
    ///
    /// @throws dev.andon.knowledge.StageException `store`: it is of a later version, or cannot be
    ///     written
    public synchronized NodeJournal journal() {
        if (journal == null) {
            journal = NodeJournal.open(home, config, register);
            journal.expire();
        }
        return journal;
    }

    /// The turn of somebody who really asks: it is recorded. It may be run any number of times.
    public RecordedTurn recordedTurn() {
        NodeJournal kept = journal();
        return kept.recorded(turn(kept::notice));
    }

    /// The turn through this node's engines, of which nothing is kept; for measuring. It may be run
    /// any number of times.
    public Turn turn() {
        return turn(() -> null);
    }

    private Turn turn(Supplier<@Nullable String> notice) {
        embedder.start();
        return new Turn(
                notice,
                new Stages(
                        Endpointer.pushToTalk(endpointLimits()),
                        recognizer,
                        interpreter(),
                        CommandWiring.commands(register, config, journal(), manuals),
                        manuals.retriever(),
                        languageModel.answerer(),
                        SpokenForm.english(),
                        synthesizer));
    }

    private Interpreter interpreter() {
        return new Interpreter(
                register,
                config.limits().questionWordsMax(),
                new Interpreter.Words(
                        PhraseBook.of(home.phrases()),
                        LanguageOfManuals.in(manuals.store()),
                        CommandWiring.wall(journal().clock())));
    }

    /// What each search on its own finds for a question; only for measuring.
    public Rankings rankings(Question question) {
        return manuals.rankings(question);
    }

    /// Opens every engine in the background.
    public void warmUp() {
        embedder.start();
        synthesizer.start();
        recognizer.start();
        languageModel.warmUp();
    }

    /// Waits until a configured language model on this box answers, so that a single question need
    /// not do without it. Returns at once if none is configured, or if it is on a server.
    ///
    /// @throws dev.andon.knowledge.StageException why it does not answer
    public void awaitLanguageModel() {
        languageModel.settleHere();
    }

    /// Serves the page, the API and the voice socket.
    ///
    /// @param port instead of the configured one; null for that
    /// @throws dev.andon.knowledge.StageException `gpu-missing`: the configuration counts on a GPU,
    ///     and the library has none
    public NodeServer serve(@Nullable Integer port) {
        languageModel.refuseWithoutGpu();
        journal().keep();
        warmUp();
        hearMachines();
        return NodeServer.start(WebWiring.services(this), WebWiring.settings(config, port));
    }

    /// Begins to talk to the hub, if this node is enrolled at one: what happens goes up, what is
    /// published comes down. It goes on until the node is closed, whether the hub can be reached or
    /// not.
    ///
    /// @param restartNeeded called when something was installed that is read at the start only
    /// @return whether it is enrolled
    public synchronized boolean joinHub(Runnable restartNeeded) {
        if (sync == null) {
            sync = NodeSync.start(home, config, this, restartNeeded).orElse(null);
        }
        return sync != null;
    }

    /// Ends the talk with the hub, if there is one: tells it that this node goes, so that nobody is
    /// missed. The node goes on without.
    public void leaveHub() {
        // Not while holding this node: who tells the hub how its engines are waits for it.
        leaving().ifPresent(NodeSync::close);
    }

    /// How each engine is.
    public List<EngineHealth> health() {
        EngineHealth store = new EngineHealth("store", EngineHealth.State.OK, "open", null);
        List<EngineHealth> health = new ArrayList<>();
        health.add(store);
        List.of(embedder, recognizer, synthesizer).forEach(e -> health.add(e.health()));
        EngineHealth model = languageModel.health();
        if (model != null) {
            health.add(model);
        }
        openJournal().map(NodeJournal::health).ifPresent(health::add);
        heard().map(MachineStates::health).ifPresent(health::add);
        link().map(NodeSync::health).ifPresent(health::add);
        return health;
    }

    /// Opens every engine of a home, looks at its journal and for its hub, and tells what came of
    /// it.
    public static void examine(NodeHome home, DeviceConfig config, Consumer<Finding> findings) {
        JournalExamination.examine(home, config, findings);
        HubExamination.examine(home.hub(), System.currentTimeMillis(), findings);
        MachineExamination.examine(home, config, findings);
        EngineExamination.examine(home, config, findings);
    }

    /// The engines, the language model last if there is one.
    List<Engine<?>> engines() {
        Engine<?> model = languageModel.engine();
        return model == null
                ? List.of(embedder, recognizer, synthesizer)
                : List.of(embedder, recognizer, synthesizer, model);
    }

    /// Waits until an engine can be used.
    void settle(Engine<?> engine) {
        engine.get();
        if (engine == languageModel.engine()) {
            languageModel.settle();
        }
    }

    private synchronized Optional<NodeJournal> openJournal() {
        return Optional.ofNullable(journal);
    }

    private synchronized void hearMachines() {
        if (machines == null) {
            machines = MachineStates.start(config, journal(), register).orElse(null);
        }
    }

    private synchronized Optional<MachineStates> heard() {
        return Optional.ofNullable(machines);
    }

    private synchronized Optional<NodeSync> link() {
        return Optional.ofNullable(sync);
    }

    private synchronized Optional<NodeSync> leaving() {
        Optional<NodeSync> link = link();
        sync = null;
        return link;
    }

    @Override
    public void close() {
        leaveHub();
        heard().ifPresent(MachineStates::close);
        openJournal().ifPresent(NodeJournal::close);
        recognizer.close();
        synthesizer.close();
        embedder.close();
        languageModel.close();
        database.close();
    }

    private EndpointLimits endpointLimits() {
        EndpointLimits usual = EndpointLimits.DEFAULT;
        return new EndpointLimits(
                config.hearing().utteranceSecondsMax() * 1000,
                usual.silenceMs(),
                usual.waitMsMax(),
                usual.marginBeforeMs(),
                usual.marginAfterMs());
    }
}
