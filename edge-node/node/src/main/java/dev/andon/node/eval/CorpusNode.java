package dev.andon.node.eval;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.IndexProgress;
import dev.andon.knowledge.corpus.IndexReport;
import dev.andon.node.EdgeNode;
import dev.andon.node.demo.DemoNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// A node with the manuals of one corpus and no others, in a home of its own; what is indexed there
/// stays for the next run.
///
/// @param folder for what the evaluation makes, such as recordings
record CorpusNode(EdgeNode node, Path folder, List<ExamQuestion> questions)
        implements AutoCloseable {
    private static final int PASSAGES_PER_LINE = 500;

    CorpusNode {
        questions = List.copyOf(questions);
    }

    /// Opens the node, indexing what is new or changed.
    ///
    /// @param user home whose models are used; the corpus lives below its folder `eval`
    /// @param told how far the indexing is
    static CorpusNode open(
            Corpus corpus, NodeHome user, DeviceConfig config, Consumer<String> told) {
        NodeHome home = EvalHome.of(corpus.label(), user);
        return corpus.manual() == null ? demo(home, config) : packaged(corpus, home, config, told);
    }

    /// The model of a machine in the register; null for none.
    @Nullable String model(@Nullable String machine) {
        return node.register().machines().stream()
                .filter(each -> each.id().equals(machine))
                .map(Machine::model)
                .findAny()
                .orElse(null);
    }

    @Override
    public void close() {
        node.close();
    }

    private static CorpusNode demo(NodeHome home, DeviceConfig config) {
        DemoNode demo = DemoNode.open(home, config, step -> {});
        List<ExamQuestion> questions = new ArrayList<>(plantQuestions(demo.plant()));
        questions.addAll(Corpus.DEMO.questions());
        return new CorpusNode(demo.node(), home.root(), questions);
    }

    private static List<ExamQuestion> plantQuestions(DemoPlant plant) {
        List<ExamQuestion> questions = new ArrayList<>();
        for (String name : List.of("questions.jsonl", "typed-questions.jsonl")) {
            Path file = plant.folder().resolve("questions").resolve(name);
            try {
                questions.addAll(
                        new QuestionSet(Corpus.DEMO.label(), name).read(Files.readString(file)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return questions;
    }

    private static CorpusNode packaged(
            Corpus corpus, NodeHome home, DeviceConfig config, Consumer<String> told) {
        PackagedManual manual = Objects.requireNonNull(corpus.manual());
        Path file = manual.file(home.manuals());
        EdgeNode node = EdgeNode.open(home, config);
        IndexReport report =
                node.indexer().index(List.of(file), manual.declared(), step -> tell(step, told));
        for (IndexReport.Refused refused : report.of(IndexReport.Refused.class)) {
            node.close();
            throw new StageException(
                    Stage.CORPUS, "unreadable", refused.file() + ": " + refused.reason());
        }
        node.learnWords();
        return new CorpusNode(node, home.root(), corpus.questions());
    }

    private static void tell(IndexProgress step, Consumer<String> told) {
        if (step.passagesDone() % PASSAGES_PER_LINE == 0 && step.passagesDone() > 0) {
            told.accept(
                    "%s: %d of %d passages"
                            .formatted(
                                    step.file().getFileName(),
                                    step.passagesDone(),
                                    step.passages()));
        }
    }
}
