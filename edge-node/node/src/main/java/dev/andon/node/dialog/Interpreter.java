package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.retrieval.Question;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells what is wanted, about which machine, with codes written as the register writes them.
///
/// The machine named in the words wins; if several fit, the one that the person stands at is taken
/// when it is among them, else Andon asks back. Without a name it is the one that the person stands
/// at, or none.
public final class Interpreter {
    private static final Set<String> STOP =
            Set.of("stop", "stop talking", "be quiet", "quiet", "silence", "enough");
    private static final Set<String> REPEAT =
            Set.of("repeat", "repeat that", "say that again", "again", "say it again", "what");

    private final AssetRegister register;
    private final int wordsMax;
    private final MachineNames machineNames;
    private final RegisteredCodes codes;

    /// An interpreter for one plant.
    ///
    /// @param register of the plant's machines
    /// @param wordsMax a longer question is refused
    public Interpreter(AssetRegister register, int wordsMax) {
        this.register = register;
        this.wordsMax = wordsMax;
        this.machineNames = new MachineNames(register);
        this.codes = new RegisteredCodes(register);
    }

    /// What the words mean.
    ///
    /// @param words heard or typed
    /// @param station the register's id of the machine that the person stands at; null if unknown
    /// @throws StageException `question-too-long`, or `unknown-machine` for a station that the
    ///     register does not have
    public Request interpret(String words, @Nullable String station) {
        Machine standingAt = station == null ? null : machine(station);
        String text = codes.restore(WrittenForm.of(bounded(words)));
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").strip();
        if (text.chars().noneMatch(Character::isLetterOrDigit)) {
            return new Request.Nothing();
        }
        if (STOP.contains(plain)) {
            return new Request.Stop();
        }
        if (REPEAT.contains(plain)) {
            return new Request.Repeat();
        }
        return ask(text, standingAt);
    }

    private Request ask(String text, @Nullable Machine standingAt) {
        MachineNames.Mention mention = machineNames.find(text);
        boolean standsAtOne = standingAt != null && mention.machines().contains(standingAt);
        if (mention.ambiguous() && !standsAtOne) {
            return new Request.WhichMachine(
                    mention.machines().stream().map(Machine::name).toList());
        }
        Set<Machine> about = new LinkedHashSet<>(mention.machines());
        if (standingAt != null && (about.isEmpty() || mention.ambiguous())) {
            about = Set.of(standingAt);
        }
        List<String> models = about.stream().map(Machine::model).filter(m -> !m.isEmpty()).toList();
        String machine = about.size() == 1 ? about.iterator().next().id() : null;
        return new Request.Ask(new Question(text, machine, models, "en", mention.names()));
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
