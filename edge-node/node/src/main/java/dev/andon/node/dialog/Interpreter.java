package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.dialog.phrase.Meaning;
import dev.andon.node.dialog.phrase.PhraseBook;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Tells what is wanted: a command, by the phrases of the plant's languages, or a question, about
/// which machine, with codes written as the register writes them.
public final class Interpreter {
    private final AssetRegister register;
    private final int wordsMax;
    private final RegisteredCodes codes;
    private final PhraseBook phrases;
    private final PlantFillings fillings;
    private final CommandReader commands = new CommandReader();
    private final QuestionReader questions;
    private final FollowUps followUps;

    /// An interpreter for one plant.
    ///
    /// @param wordsMax a longer question is refused
    /// @param words what its words can mean
    public Interpreter(AssetRegister register, int wordsMax, Words words) {
        MachineNames machineNames = new MachineNames(register);
        this.register = register;
        this.wordsMax = wordsMax;
        this.codes = new RegisteredCodes(register);
        this.phrases = words.phrases();
        this.fillings =
                new PlantFillings(phrases, register, machineNames, new SpokenTime(words.clock()));
        this.questions = new QuestionReader(register, machineNames, words.manuals());
        this.followUps = new FollowUps(register, machineNames, questions);
    }

    /// What gives words their meaning at a plant.
    ///
    /// @param phrases of commands
    /// @param manuals the language of a question whose words do not tell it
    /// @param clock of the plant, for spoken times
    public record Words(PhraseBook phrases, LanguageOfManuals manuals, Clock clock) {}

    /// What the words mean.
    ///
    /// @param words heard or typed
    /// @throws StageException `question-too-long`, or `unknown-machine` for a station that the
    ///     register does not have
    public Request interpret(String words, Situation situation) {
        Machine standingAt = situation.station() == null ? null : machine(situation.station());
        String bounded = bounded(words);
        if (words.chars().noneMatch(Character::isLetterOrDigit)) {
            return new Request.Nothing();
        }
        List<Meaning> meanings = phrases.meanings(bounded, fillings);
        Optional<Request> command = commands.read(meanings, bounded, situation);
        if (command.isPresent()) {
            return command.get();
        }
        Question last = situation.last();
        Optional<String> about = CommandReader.followUp(meanings, situation);
        return last == null || about.isEmpty()
                ? ask(bounded, standingAt, situation)
                : followUps.ask(last, about.get(), written(about.get()), standingAt);
    }

    /// The words as a question, whatever else they may mean.
    ///
    /// @throws StageException as [#interpret]
    public Request question(String words, Situation situation) {
        Machine standingAt = situation.station() == null ? null : machine(situation.station());
        return ask(bounded(words), standingAt, situation);
    }

    /// The words as a question, or as a choice among what was offered: that completes what was said
    /// before.
    private Request ask(String words, @Nullable Machine standingAt, Situation situation) {
        String text = written(words);
        OpenQuestion open = situation.open();
        if (open == null) {
            return questions.ask(text, standingAt);
        }
        Optional<String> whole = open.ofCommand() ? open.completedBy(text) : Optional.empty();
        return whole.isPresent()
                ? interpret(whole.get(), situation.withoutOpen())
                : questions.ask(text, standingAt, open);
    }

    private String written(String words) {
        return codes.restore(WrittenForm.of(words));
    }

    private String bounded(String words) {
        int count = words.isBlank() ? 0 : words.strip().split("\\s+").length;
        if (count > wordsMax) {
            throw new StageException(
                    Stage.DIALOG,
                    "question-too-long",
                    "The question has %d words, and at most %d are taken. Ask in one or two sentences."
                            .formatted(count, wordsMax));
        }
        return words;
    }

    private Machine machine(String id) {
        return register.machine(id)
                .orElseThrow(
                        () ->
                                new StageException(
                                        Stage.DIALOG,
                                        "unknown-machine",
                                        "The register of %s has no machine '%s'. Its machines: %s."
                                                .formatted(register.name(), id, someMachines())));
    }

    private String someMachines() {
        if (register.machines().isEmpty()) {
            return "none yet; bring a register with: andon register import FILE";
        }
        List<String> ids = register.machines().stream().map(Machine::id).limit(12).toList();
        int more = register.machines().size() - ids.size();
        return String.join(", ", ids) + (more > 0 ? " and " + more + " more" : "");
    }
}
