package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.answer.words.AskedLanguage;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.retrieval.Question;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells what is wanted, about which machine, with codes written as the register writes them.
///
/// The machine named in the words wins; if several fit, the one that the person stands at is taken
/// when it is among them, else Andon asks back. Without a name it is the one that the person stands
/// at, or none.
public final class Interpreter {
    private final AssetRegister register;
    private final int wordsMax;
    private final MachineNames machineNames;
    private final RegisteredCodes codes;
    private final LanguageOfManuals manuals;
    private final CommandWords commands;

    /// An interpreter for one plant.
    ///
    /// @param register of the plant's machines
    /// @param wordsMax a longer question is refused
    /// @param manuals the language of a question whose words do not tell it
    public Interpreter(AssetRegister register, int wordsMax, LanguageOfManuals manuals) {
        this(register, wordsMax, manuals, CommandWords.BUILT_IN);
    }

    /// An interpreter for a plant that has words of its own.
    ///
    /// @param commands what is said to Andon itself
    public Interpreter(
            AssetRegister register,
            int wordsMax,
            LanguageOfManuals manuals,
            CommandWords commands) {
        this.commands = commands;
        this.register = register;
        this.wordsMax = wordsMax;
        this.machineNames = new MachineNames(register);
        this.codes = new RegisteredCodes(register);
        this.manuals = manuals;
    }

    /// What the words mean.
    ///
    /// @param words heard or typed
    /// @param station the register's id of the machine that the person stands at; null if unknown
    /// @throws StageException `question-too-long`, or `unknown-machine` for a station that the
    ///     register does not have
    public Request interpret(String words, @Nullable String station) {
        return interpret(words, station, null);
    }

    /// What the words mean behind a question back: `the M10` completes the question that was asked.
    ///
    /// @param open the question that Andon asked back to; null if it did not
    public Request interpret(String words, @Nullable String station, @Nullable OpenQuestion open) {
        Machine standingAt = station == null ? null : machine(station);
        String text = codes.restore(WrittenForm.of(bounded(words)));
        String plain = CommandWords.plain(text);
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return new Request.Nothing();
        }
        if (commands.stop().contains(plain)) {
            return new Request.Stop();
        }
        if (commands.repeat().contains(plain)) {
            return new Request.Repeat();
        }
        if (commands.more().contains(plain)) {
            return new Request.More();
        }
        return open == null ? ask(text, standingAt) : ask(text, standingAt, open);
    }

    /// A machine or a choice that is named after a question back completes the question.
    private Request ask(String text, @Nullable Machine standingAt, OpenQuestion open) {
        MachineNames.Mention mention = machineNames.find(text);
        boolean named =
                mention.machines().size() == 1
                        && text.split("\\s+").length <= OpenQuestion.REPLY_WORDS_MAX;
        Machine machine = open.machine() == null ? standingAt : machine(open.machine());
        if (named && open.machine() == null) {
            return about(open.with(text), Set.copyOf(mention.machines()), allNames(open, mention));
        }
        Optional<String> whole = open.completedBy(text);
        return whole.isPresent() ? ask(whole.get(), machine) : ask(text, standingAt);
    }

    private List<String> allNames(OpenQuestion open, MachineNames.Mention mention) {
        List<String> names = new ArrayList<>(machineNames.find(open.text()).names());
        names.addAll(mention.names());
        return names;
    }

    private Request ask(String text, @Nullable Machine standingAt) {
        MachineNames.Mention mention = machineNames.find(text);
        boolean standsAtOne = standingAt != null && mention.machines().contains(standingAt);
        if (mention.ambiguous() && !standsAtOne) {
            return new Request.WhichMachine(
                    text, mention.machines().stream().map(Machine::name).toList());
        }
        Set<Machine> about = new LinkedHashSet<>(mention.machines());
        if (standingAt != null && (about.isEmpty() || mention.ambiguous())) {
            about = Set.of(standingAt);
        }
        return about(text, about, mention.names());
    }

    private Request about(String text, Set<Machine> about, List<String> names) {
        List<String> models = about.stream().map(Machine::model).filter(m -> !m.isEmpty()).toList();
        Machine one = about.size() == 1 ? about.iterator().next() : null;
        String machine = one == null ? null : one.id();
        String name = one == null ? null : one.name();
        String language =
                AskedLanguage.of(text).map(Language::code).orElseGet(() -> manuals.of(models));
        return new Request.Ask(new Question(text, machine, models, language, names, name));
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
