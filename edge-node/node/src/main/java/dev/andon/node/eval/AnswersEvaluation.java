package dev.andon.node.eval;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.audio.WavSource;
import dev.andon.node.turn.TurnInput;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Asks the questions of each corpus through the real turn, typed and, where there is a voice,
/// spoken.
///
/// @param home of the user; the evaluation writes below its folder `eval`
/// @param config of the nodes
/// @param voice that speaks; null for none
/// @param more files of questions that are asked beside the corpus' own
/// @param told what is being done
public record AnswersEvaluation(
        NodeHome home,
        DeviceConfig config,
        @Nullable Voice voice,
        Map<Corpus, Path> more,
        Consumer<String> told) {
    public AnswersEvaluation {
        more = Map.copyOf(more);
    }

    /// An evaluation of the corpora's own questions, spoken if this machine has a voice.
    public static AnswersEvaluation of(NodeHome home, DeviceConfig config, Consumer<String> told) {
        return new AnswersEvaluation(home, config, Voice.installed(), Map.of(), told);
    }

    /// The same with another voice; without any if it is null.
    public AnswersEvaluation spokenBy(@Nullable Voice other) {
        return new AnswersEvaluation(home, config, other, more, told);
    }

    /// The same with more questions.
    public AnswersEvaluation asking(Map<Corpus, Path> files) {
        return new AnswersEvaluation(home, config, voice, files, told);
    }

    /// Measures these corpora, and what is spoken of so many hostile outputs. One whose manual is
    /// not here is left out, by name.
    public AnswersReport run(List<Corpus> corpora, int hostileMax) {
        long begun = System.nanoTime();
        List<Judgement> judgements = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Corpus corpus : corpora) {
            PackagedManual manual = corpus.manual();
            if (manual != null && !manual.present(told)) {
                skipped.add(
                        "%s is not measured: run `%s`"
                                .formatted(
                                        corpus.label(), String.join(" ", manual.installation())));
                continue;
            }
            ask(corpus, judgements);
        }
        if (voice == null) {
            skipped.add("spoken questions are not measured: " + Voice.MEND);
        }
        HostileOutputs.Outcome hostile =
                hostileMax > 0 && corpora.contains(Corpus.DEMO)
                        ? new HostileOutputs(home, config, told).run(hostileMax)
                        : null;
        double seconds = (System.nanoTime() - begun) / 1e9;
        String speaker = voice == null ? null : voice.name();
        return new AnswersReport(judgements, skipped, speaker, hostile, seconds);
    }

    private void ask(Corpus corpus, List<Judgement> judgements) {
        told.accept("%s: indexing what is new".formatted(corpus.label()));
        try (CorpusNode node = CorpusNode.open(corpus, home, config, told)) {
            node.node().awaitLanguageModel();
            List<ExamQuestion> questions = questions(corpus, node);
            told.accept("%s: %d questions".formatted(corpus.label(), questions.size()));
            for (ExamQuestion question : questions) {
                TurnInput typed = new TurnInput.Typed(question.text(), question.machine());
                judgements.add(judged(node, Asked.of(node.node(), question, typed)));
            }
            askAloud(node, questions, judgements);
        }
    }

    private List<ExamQuestion> questions(Corpus corpus, CorpusNode node) {
        Path file = more.get(corpus);
        if (file == null) {
            return node.questions();
        }
        List<ExamQuestion> questions = new ArrayList<>(node.questions());
        try {
            String lines = Files.readString(file);
            questions.addAll(new QuestionSet(corpus.label(), file.toString()).read(lines));
        } catch (IOException unreadable) {
            throw new StageException(
                    Stage.DIALOG,
                    "question-unusable",
                    "The questions cannot be read from %s; it must be a text file in UTF-8."
                            .formatted(file),
                    unreadable);
        }
        return questions;
    }

    private void askAloud(
            CorpusNode node, List<ExamQuestion> questions, List<Judgement> judgements) {
        if (voice == null) {
            return;
        }
        List<ExamQuestion> aloud = questions.stream().filter(ExamQuestion::spoken).toList();
        told.accept("%d of them spoken by %s".formatted(aloud.size(), voice.name()));
        for (ExamQuestion question : aloud) {
            Path wav = recording(node, question);
            if (!voice.speak(question.text(), wav, told)) {
                told.accept("%s was not spoken".formatted(question.id()));
                continue;
            }
            TurnInput spoken = new TurnInput.Spoken(WavSource.open(wav), question.machine());
            judgements.add(judged(node, Asked.of(node.node(), question, spoken)));
        }
    }

    /// A name of its own for each text and voice, so that a changed question is spoken anew.
    private Path recording(CorpusNode node, ExamQuestion question) {
        String key = HexFormat.of().toHexDigits((voice + question.text()).hashCode());
        return node.folder().resolve("spoken").resolve(question.id() + "-" + key + ".wav");
    }

    private static Judgement judged(CorpusNode node, Asked asked) {
        return new Judgement(asked, node.model(asked.question().machine()));
    }
}
