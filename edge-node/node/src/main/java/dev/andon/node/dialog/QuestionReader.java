package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;
import dev.andon.knowledge.answer.words.AskedLanguage;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.retrieval.Question;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a question of words: about which machine it is, and in which language.
///
/// The machine named in the words wins; if several fit, the one that the person stands at is taken
/// when it is among them, else Andon asks back. Without a name it is the one that the person stands
/// at, or none.
final class QuestionReader {
    /// More are not remembered by ear, and a class may be that of ten thousand machines.
    static final int CHOICES_MAX = 6;

    private final AssetRegister register;
    private final MachineNames machineNames;
    private final LanguageOfManuals manuals;

    QuestionReader(AssetRegister register, MachineNames machineNames, LanguageOfManuals manuals) {
        this.register = register;
        this.machineNames = machineNames;
        this.manuals = manuals;
    }

    Request ask(String text, @Nullable Machine standingAt) {
        MachineNames.Mention mention = machineNames.find(text);
        boolean standsAtOne = standingAt != null && mention.machines().contains(standingAt);
        if (mention.ambiguous() && !standsAtOne) {
            return new Request.WhichMachine(
                    text,
                    mention.machines().stream().map(Machine::name).limit(CHOICES_MAX).toList());
        }
        Set<Machine> about = new LinkedHashSet<>(mention.machines());
        if (standingAt != null && (about.isEmpty() || mention.ambiguous())) {
            about = Set.of(standingAt);
        }
        return about(text, about, mention.names());
    }

    /// A machine or a choice that is named after a question back completes the question.
    Request ask(String text, @Nullable Machine standingAt, OpenQuestion open) {
        MachineNames.Mention mention = machineNames.find(text);
        boolean named =
                mention.machines().size() == 1
                        && text.split("\\s+").length <= OpenQuestion.REPLY_WORDS_MAX;
        Machine machine = open.machine() == null ? standingAt : known(open.machine());
        if (named && open.machine() == null) {
            return about(open.with(text), Set.copyOf(mention.machines()), allNames(open, mention));
        }
        Optional<String> whole = open.completedBy(text);
        return whole.isPresent() ? ask(whole.get(), machine) : ask(text, standingAt);
    }

    private @Nullable Machine known(String id) {
        return register.machine(id).orElse(null);
    }

    private List<String> allNames(OpenQuestion open, MachineNames.Mention mention) {
        List<String> names = new ArrayList<>(machineNames.find(open.text()).names());
        names.addAll(mention.names());
        return names;
    }

    /// A question about these machines.
    Request about(String text, Set<Machine> about, List<String> names) {
        List<String> models = about.stream().map(Machine::model).filter(m -> !m.isEmpty()).toList();
        Machine one = about.size() == 1 ? about.iterator().next() : null;
        String machine = one == null ? null : one.id();
        String name = one == null ? null : one.name();
        String language =
                AskedLanguage.of(text).map(Language::code).orElseGet(() -> manuals.of(models));
        return new Request.Ask(new Question(text, machine, models, language, names, name));
    }
}
