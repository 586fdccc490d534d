package dev.andon.node.stt;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Everything that can be commanded at a plant, as it is said.
///
/// @param phrases of the commands
/// @param slots what stands for a name in them: machines, codes, times
public record CommandGrammar(List<Spoken> phrases, Map<String, Spoken> slots) {
    /// Nothing can be commanded.
    public static final CommandGrammar NONE = new CommandGrammar(List.of(), Map.of());

    public CommandGrammar {
        phrases = List.copyOf(phrases);
        // In order, so that a grammar made anew is written like the one before.
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
    }

    /// Every word that is said in a command.
    public Set<String> words() {
        Set<String> words = new HashSet<>();
        phrases.forEach(phrase -> collect(phrase, words));
        slots.values().forEach(slot -> collect(slot, words));
        return words;
    }

    private static void collect(Spoken part, Set<String> words) {
        switch (part) {
            case Spoken.Words(var said) -> words.addAll(said);
            case Spoken.Sequence(var parts) -> parts.forEach(each -> collect(each, words));
            case Spoken.Choice(var ways) -> ways.forEach(each -> collect(each, words));
            case Spoken.Slot _ -> {}
        }
    }
}
