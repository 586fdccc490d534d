package dev.andon.node.stt.vosk;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Pronouncer;
import dev.andon.node.stt.Vocabulary;
import dev.andon.node.stt.vosk.ModelDraft.Grammars;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Teaches a speech model the plant's words and how they follow each other. No training: the
/// network stays as it is, its graphs are written anew.
public final class GraphCompiler {
    private static final int QUESTIONS_MIN = 40_000;
    private static final int QUESTIONS_A_NAME = 8;
    private static final int QUESTIONS_A_SENTENCE = 2;
    private static final int QUESTIONS_MAX = 160_000;
    private static final int COMMANDS = 4_000;
    private static final long SEED = 20_260_101L;

    private final Path base;
    private final Pronouncer pronouncer;

    /// @param base a model folder with `lexicon.txt` and `phones.txt`
    public GraphCompiler(Path base, Pronouncer pronouncer) {
        this.base = base;
        this.pronouncer = pronouncer;
    }

    /// The base model with the vocabulary added, in a folder of its own below `into`. It is
    /// complete or not there at all; one that stands there for the same vocabulary is taken as it
    /// is, and those for earlier vocabularies are removed.
    ///
    /// @throws StageException `model-missing`, `model-corrupt`, `model-not-compilable`,
    ///     `vocabulary-too-large` or `graph-not-written`
    public CompiledGraph compile(Vocabulary vocabulary, Path into) {
        long began = System.nanoTime();
        checkSize(vocabulary);
        new ModelFolder(base).check();
        PhoneSet phones = PhoneSet.read(base.resolve("phones.txt"));
        Lexicon core = Lexicon.read(base.resolve("lexicon.txt"));
        try {
            PlantLexicon lexicon =
                    PlantLexicon.of(
                            core,
                            vocabulary,
                            QuestionTemplates.of(vocabulary).words(),
                            new PlantLexicon.Speaking(pronouncer, phones));
            CompiledFolders folders =
                    new CompiledFolders(into, GraphFingerprint.of(base, lexicon, vocabulary));
            CompiledGraph standing = folders.standing(began);
            if (standing != null) {
                return standing;
            }
            WordTable words = new WordTable(lexicon.lexicon().words());
            Fst listening = WordGraph.build(lexicon.lexicon(), words, phones);
            Fst sequences = sequences(lexicon, vocabulary, words);
            CommandGrammar commands = vocabulary.commands();
            Set<String> known = lexicon.lexicon().words();
            ModelDraft draft =
                    new ModelDraft(
                            base,
                            lexicon,
                            words,
                            phones,
                            listening,
                            new Grammars(
                                    sequences,
                                    CommandGraph.build(commands, words, known),
                                    CommandGraph.build(commands.answering(), words, known)));
            return folders.place(draft, began);
        } catch (IOException e) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "graph-not-written",
                    "The speech model with the plant's words cannot be written below "
                            + into
                            + "; check the space and who may write there.",
                    e);
        }
    }

    private static void checkSize(Vocabulary vocabulary) {
        if (vocabulary.words().size() > Vocabulary.WORDS_MAX
                || vocabulary.names().size() > Vocabulary.SENTENCES_MAX
                || vocabulary.codes().size() > Vocabulary.SENTENCES_MAX
                || vocabulary.sentences().size() > Vocabulary.SENTENCES_MAX) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "vocabulary-too-large",
                    "The plant's vocabulary is too large: at most "
                            + Vocabulary.WORDS_MAX
                            + " words and "
                            + Vocabulary.SENTENCES_MAX
                            + " names and sentences can be learnt; leave out manuals.");
        }
    }

    /// The questions weigh at least as much as the manuals: people ask, they do not recite.
    private static Fst sequences(PlantLexicon lexicon, Vocabulary vocabulary, WordTable words) {
        WordSequenceModel model = new WordSequenceModel(words, lexicon.lexicon());
        Vocabulary heard = heard(lexicon, vocabulary);
        heard.sentences().forEach(model::add);
        QuestionTemplates questions = QuestionTemplates.of(heard);
        Random random = new Random(SEED);
        for (int i = 0; i < questionCount(heard); i++) {
            String question = lexicon.inPlantSpelling(questions.next(random));
            if (lexicon.covers(question)) {
                model.add(question);
            }
        }
        CommandSamples commands = new CommandSamples(vocabulary.commands());
        for (int i = 0; i < COMMANDS; i++) {
            String command = lexicon.inPlantSpelling(commands.next(random));
            if (!command.isEmpty() && lexicon.covers(command)) {
                model.add(command);
            }
        }
        return model.build();
    }

    private static int questionCount(Vocabulary heard) {
        long wanted =
                QUESTIONS_MIN
                        + QUESTIONS_A_NAME * (long) (heard.names().size() + heard.codes().size())
                        + QUESTIONS_A_SENTENCE * (long) heard.sentences().size();
        return (int) Math.min(QUESTIONS_MAX, wanted);
    }

    /// What of the vocabulary has no word without a pronunciation.
    private static Vocabulary heard(PlantLexicon lexicon, Vocabulary vocabulary) {
        return new Vocabulary(
                vocabulary.words(),
                covered(lexicon, vocabulary.names()),
                covered(lexicon, vocabulary.codes()),
                covered(lexicon, vocabulary.sentences()),
                vocabulary.commands());
    }

    private static List<String> covered(PlantLexicon lexicon, List<String> phrases) {
        return phrases.stream().filter(lexicon::covers).toList();
    }
}
