package dev.andon.node.dialog;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.Machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds the machines that a question names: by name, alias or class, the longest name first.
final class MachineNames {
    /// A class that is also something people do needs an article or preposition before it: "on the
    /// press" names a machine, "press the button" does not.
    private static final Set<String> VERBS_TOO =
            Set.of(
                    "press", "drill", "saw", "mill", "lift", "label", "fill", "cap", "print",
                    "weld");

    private static final Set<String> BEFORE_A_MACHINE =
            Set.of("the", "a", "this", "that", "my", "our", "on", "of", "for", "at", "in", "from");

    private final Map<String, Set<Machine>> machinesByName = new HashMap<>();
    private final int wordsMax;

    MachineNames(AssetRegister register) {
        for (Machine machine : register.machines()) {
            add(machine.name(), machine);
            add(machine.id(), machine);
            add(machine.machineClass(), machine);
            machine.aliases().forEach(alias -> add(alias, machine));
        }
        wordsMax =
                machinesByName.keySet().stream()
                        .mapToInt(name -> name.split(" ").length)
                        .max()
                        .orElse(0);
    }

    /// The machines named.
    ///
    /// @param machines in the order of the question; empty if none is named
    /// @param ambiguous one name fits all of them
    /// @param names the names as they stand in the question, in small letters
    record Mention(List<Machine> machines, boolean ambiguous, List<String> names) {}

    Mention find(String text) {
        List<String> words = List.of(normalised(text).split(" "));
        Set<Machine> machines = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int length = nameLength(words, at);
            if (length > 0) {
                machines.addAll(named(words, at, length));
                names.add(String.join(" ", words.subList(at, at + length)));
            }
            at += Math.max(1, length);
        }
        boolean ambiguous = names.size() == 1 && machines.size() > 1;
        return new Mention(List.copyOf(machines), ambiguous, List.copyOf(names));
    }

    /// The machines that a name fits; none if it is no name.
    Set<Machine> called(String name) {
        return machinesByName.getOrDefault(normalised(name), Set.of());
    }

    private int nameLength(List<String> words, int at) {
        for (int length = Math.min(wordsMax, words.size() - at); length > 0; length--) {
            if (!named(words, at, length).isEmpty() && !isVerb(words, at, length)) {
                return length;
            }
        }
        return 0;
    }

    private Set<Machine> named(List<String> words, int at, int length) {
        String name = String.join(" ", words.subList(at, at + length));
        return machinesByName.getOrDefault(name, Set.of());
    }

    private static boolean isVerb(List<String> words, int at, int length) {
        if (length > 1 || !VERBS_TOO.contains(words.get(at))) {
            return false;
        }
        return at == 0 || !BEFORE_A_MACHINE.contains(words.get(at - 1));
    }

    private void add(String name, Machine machine) {
        String key = normalised(name);
        if (!key.isEmpty()) {
            machinesByName.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(machine);
        }
    }

    /// "Press Three", "press three" and "press-3" are one name.
    private static String normalised(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return WrittenForm.of(words).toLowerCase(Locale.ROOT);
    }
}
