package dev.andon.node.demo;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.demo.DemoQuestion;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.IndexProgress;
import dev.andon.knowledge.corpus.IndexReport;
import dev.andon.node.EdgeNode;
import dev.andon.node.LearntWords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A node in the demonstration plant, in a home of its own, so that a plant's real data and the
/// invented ones never mix.
///
/// @param home of this node
/// @param plant its register, manuals and questions
/// @param node open
/// @param words what the recogniser has learnt
public record DemoNode(NodeHome home, DemoPlant plant, EdgeNode node, LearntWords words)
        implements AutoCloseable {

    private static final int QUESTIONS = 3;

    /// Unpacks and indexes the plant (or finds it unchanged) and opens the node.
    ///
    /// @param parent home of the user; the demonstration lives in its folder `demo`
    public static DemoNode open(
            NodeHome parent, DeviceConfig config, Consumer<IndexProgress> progress) {
        NodeHome home = new NodeHome(parent.root().resolve("demo")).create();
        makeAnswersFolder(home);
        forgetEarlierHub(home);
        DemoPlant plant = DemoPlant.unpack(home.manuals());
        RegisterWriter.write(RegisterReader.read(plant.register()), home.register());
        EdgeNode node = EdgeNode.open(home, config);
        node.forgetLibrary();
        IndexReport report =
                node.indexer().index(List.of(plant.manuals()), DeclaredManual.NOTHING, progress);
        for (IndexReport.Refused refused : report.of(IndexReport.Refused.class)) {
            node.close();
            throw new IllegalStateException(refused.file() + ": " + refused.reason());
        }
        LearntWords words = node.learnWords();
        node.warmUp();
        return new DemoNode(home, plant, node, words);
    }

    private static void makeAnswersFolder(NodeHome home) {
        try {
            Files.createDirectories(home.root().resolve("answers"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Each demonstration has a new hub, so nothing of an earlier one may stand.
    private static void forgetEarlierHub(NodeHome home) {
        List<Path> of = List.of(home.hub(), home.library(), hub(home));
        of.forEach(Folders::delete);
        for (String suffix : List.of("", "-wal", "-shm")) {
            Folders.delete(Path.of(home.journal() + suffix));
        }
    }

    private static Path hub(NodeHome home) {
        return home.root().resolve("plant-hub");
    }

    /// Where the demonstration's hub lives.
    public Path hubHome() {
        return hub(home);
    }

    /// The questions that the demonstration asks: the first of the plant's.
    public List<DemoQuestion> questions() {
        return plant.questions().subList(0, QUESTIONS);
    }

    /// Where the spoken answer to a question is written.
    public Path answer(DemoQuestion question) {
        return home.root().resolve("answers").resolve(question.id() + ".wav");
    }

    /// What a hub installed is forgotten: the plant is left as it was found.
    @Override
    public void close() {
        node.forgetLibrary();
        node.close();
    }
}
