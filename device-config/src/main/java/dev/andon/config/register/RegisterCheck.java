package dev.andon.config.register;

import dev.andon.config.register.RegisterDraft.Entry;
import dev.andon.config.register.RegisterDraft.Kind;
import dev.andon.config.register.RegisterDraft.Place;
import dev.andon.config.register.RegisterDraft.Value;
import dev.andon.config.source.Nearest;
import dev.andon.config.source.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Makes a register of a draft, or refuses it with everything that is wrong.
final class RegisterCheck {
    private static final String SITE = "[a-z0-9-]{1,64}";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final int TEXT_CHARACTERS_MAX = 200;

    /// Looking for the nearest of ten thousand names takes time; after so many a person has
    /// understood.
    private static final int SUGGESTIONS_MAX = 20;

    private final RegisterDraft draft;
    private int suggestions;

    private RegisterCheck(RegisterDraft draft) {
        this.draft = draft;
    }

    static CheckedRegister check(RegisterDraft draft) {
        return new RegisterCheck(draft).check();
    }

    private CheckedRegister check() {
        checkTitle();
        draft.entries().forEach(this::checkTexts);
        Map<String, Entry> lines = unique(Kind.LINE);
        Map<String, Entry> machines = unique(Kind.MACHINE);
        checkCount(machines.size());
        machines.values().forEach(machine -> checkLine(machine, lines));
        Map<String, List<Entry>> faults = owned(Kind.FAULT, machines);
        Map<String, List<Entry>> parts = owned(Kind.PART, machines);
        List<Problem> warnings = new SpokenNameCheck(draft).check(machines.values());
        if (!draft.problems().isEmpty()) {
            throw new RegisterException(
                    draft.problems().stream()
                            .sorted(Comparator.comparingInt(Problem::line))
                            .toList());
        }
        return new CheckedRegister(register(lines, machines, faults, parts), warnings);
    }

    private AssetRegister register(
            Map<String, Entry> lines,
            Map<String, Entry> machines,
            Map<String, List<Entry>> faults,
            Map<String, List<Entry>> parts) {
        List<Machine> built = new ArrayList<>();
        machines.forEach(
                (key, entry) ->
                        built.add(
                                machine(
                                        entry,
                                        faults.getOrDefault(key, List.of()),
                                        parts.getOrDefault(key, List.of()))));
        return new AssetRegister(
                draft.site().text(),
                draft.name().text(),
                lines.values().stream().map(RegisterCheck::line).toList(),
                built);
    }

    private void checkTitle() {
        Value site = draft.site();
        if (!site.text().matches(SITE)) {
            String what = '"' + site.text() + "\" is no site";
            draft.problem(site, what, "write lower case letters, digits and hyphens");
        }
        checkText(draft.name());
    }

    private void checkCount(int machines) {
        if (machines > AssetRegister.MACHINES_MAX) {
            String what = machines + " machines are more than " + AssetRegister.MACHINES_MAX;
            draft.problem(0, "machines", what, "split the register by site");
        }
    }

    private void checkTexts(Entry entry) {
        checkText(entry.id());
        checkText(entry.name());
        entry.aliases().forEach(this::checkText);
        boolean ownId = entry.kind() == Kind.LINE || entry.kind() == Kind.MACHINE;
        String id = entry.id().text();
        if (ownId && !id.isEmpty() && !id.matches(ID)) {
            String mend = "write at most 64 letters, digits, dots, hyphens and underscores";
            draft.problem(entry.id(), '"' + id + "\" is no id", mend);
        }
    }

    private void checkText(Value value) {
        String text = value.text();
        if (text.isEmpty()) {
            draft.problem(value, "it is empty", "write one");
        } else if (text.length() > TEXT_CHARACTERS_MAX) {
            String what = "it has more than " + TEXT_CHARACTERS_MAX + " characters";
            draft.problem(value, what, "shorten it");
        } else if (text.chars().anyMatch(Character::isISOControl) || text.contains("|")) {
            String what = "it holds a control character, a line break or a |";
            draft.problem(value, what, "delete that character");
        }
    }

    private Map<String, Entry> unique(Kind kind) {
        Map<String, Entry> byId = new LinkedHashMap<>();
        draft.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .forEach(entry -> putOnce(byId, key(entry.id().text()), entry));
        return byId;
    }

    private void putOnce(Map<String, Entry> known, String key, Entry entry) {
        Entry first = known.putIfAbsent(key, entry);
        if (first != null && !entry.id().text().isEmpty()) {
            String what =
                    '"' + entry.id().text() + "\" stands already in line " + first.id().line();
            draft.problem(entry.id(), what, "keep one of them, or rename it");
        }
    }

    private void checkLine(Entry machine, Map<String, Entry> lines) {
        Value line = place(machine).line();
        if (!lines.containsKey(key(line.text()))) {
            draft.problem(line, unknown("line", line), known(line, lines));
        }
    }

    /// The entries of a kind by the key of their machine.
    private Map<String, List<Entry>> owned(Kind kind, Map<String, Entry> machines) {
        Map<String, List<Entry>> byMachine = new HashMap<>();
        Map<String, Entry> once = new HashMap<>();
        for (Entry entry : draft.entries()) {
            if (entry.kind() == kind) {
                Value owner = Objects.requireNonNull(entry.owner());
                String machine = key(owner.text());
                byMachine.computeIfAbsent(machine, _ -> new ArrayList<>()).add(entry);
                putOnce(once, machine + '\n' + entry.id().text(), entry);
                if (!machines.containsKey(machine)) {
                    draft.problem(owner, unknown("machine", owner), known(owner, machines));
                }
            }
        }
        return byMachine;
    }

    private static String unknown(String kind, Value value) {
        return value.text().isEmpty()
                ? "the " + kind + " is not said"
                : '"' + value.text() + "\" is no known " + kind;
    }

    private String known(Value written, Map<String, Entry> entries) {
        List<String> ids =
                suggestions++ < SUGGESTIONS_MAX
                        ? entries.values().stream().map(entry -> entry.id().text()).toList()
                        : List.of();
        return Nearest.of(written.text(), ids)
                .map(nearest -> "did you mean \"" + nearest + "\"? If not, add an entry for it")
                .orElse("add an entry for it");
    }

    private static Line line(Entry entry) {
        return new Line(entry.id().text(), entry.name().text());
    }

    private static Machine machine(Entry entry, List<Entry> faults, List<Entry> parts) {
        Place place = place(entry);
        return new Machine(
                entry.id().text(),
                entry.name().text(),
                aliases(entry),
                place.line().text(),
                place.machineClass(),
                place.model(),
                place.serial(),
                faults.stream()
                        .map(
                                fault ->
                                        new FaultCode(
                                                fault.id().text(),
                                                fault.name().text(),
                                                aliases(fault)))
                        .toList(),
                parts.stream()
                        .map(part -> new Part(part.id().text(), part.name().text(), aliases(part)))
                        .toList());
    }

    private static List<String> aliases(Entry entry) {
        return entry.aliases().stream().map(Value::text).toList();
    }

    private static Place place(Entry machine) {
        return Objects.requireNonNull(machine.place());
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
