package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.node.dialog.phrase.Tokens;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Completes a question that only says what is different: `and on the filler?`, `and the M10?`,
/// `and for the other one?`
///
/// A machine takes the place of the one that was asked about. "The other one" is the other machine
/// of the class, if there is just one. Anything else is added to the question as it was.
final class FollowUps {
    private static final Pattern OTHER_ONE =
            Pattern.compile(
                    "(?:the )?other(?: one| machine)?|l ?autre(?: machine)?"
                            + "|(?:die|der|das|den|dem)? ?andere[nrms]?(?: maschine)?");

    private final AssetRegister register;
    private final MachineNames machineNames;
    private final QuestionReader questions;

    FollowUps(AssetRegister register, MachineNames machineNames, QuestionReader questions) {
        this.register = register;
        this.machineNames = machineNames;
        this.questions = questions;
    }

    /// The whole question.
    ///
    /// @param about what is different, as it was said
    /// @param written the same as a question writes it, codes as the register writes them
    Request ask(Question last, String about, String written, @Nullable Machine standingAt) {
        if (OTHER_ONE.matcher(String.join(" ", Tokens.of(about))).matches()) {
            return other(last);
        }
        MachineNames.Mention mention = machineNames.find(about);
        Machine asked =
                last.machine() == null ? null : register.machine(last.machine()).orElse(null);
        if (mention.machines().isEmpty()) {
            Machine machine = asked == null ? standingAt : asked;
            return questions.ask(
                    new OpenQuestion(last.text(), null, List.of()).with(written), machine);
        }
        return named(last, mention);
    }

    private Request named(Question last, MachineNames.Mention mention) {
        if (mention.ambiguous()) {
            return new Request.WhichMachine(
                    withoutMachine(last),
                    mention.machines().stream()
                            .map(Machine::name)
                            .limit(QuestionReader.CHOICES_MAX)
                            .toList());
        }
        return on(last, mention.machines().getFirst());
    }

    private Request other(Question last) {
        List<Machine> others =
                register.machines().stream()
                        .filter(machine -> isLike(machine, last.machine()))
                        .toList();
        return others.size() == 1
                ? on(last, others.getFirst())
                : new Request.WhichMachine(
                        withoutMachine(last),
                        others.stream()
                                .map(Machine::name)
                                .limit(QuestionReader.CHOICES_MAX)
                                .toList());
    }

    private boolean isLike(Machine machine, @Nullable String id) {
        return id == null
                || !machine.id().equals(id)
                        && register.machine(id)
                                .filter(
                                        asked ->
                                                !asked.machineClass().isEmpty()
                                                        && asked.machineClass()
                                                                .equals(machine.machineClass()))
                                .isPresent();
    }

    private Request on(Question last, Machine machine) {
        String text = withoutMachine(last) + ", " + machine.name();
        return questions.about(text, Set.of(machine), machineNames.find(text).names());
    }

    /// The question without the machine that it named: it is another one now.
    private static String withoutMachine(Question last) {
        String text = last.text();
        for (String name : last.machineWords()) {
            text =
                    text.replaceAll(
                            "(?i)(?: (?:on|of|for|at|in|from))?(?: the)? "
                                    + Pattern.quote(name)
                                    + "(?=[\\s?.!,]|$)",
                            "");
        }
        return text.replaceFirst("[.?!\\s]+$", "");
    }
}
