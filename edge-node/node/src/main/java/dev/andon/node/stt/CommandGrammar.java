package dev.andon.node.stt;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Everything that can be commanded at a plant, as it is said.
///
/// @param phrases of the commands
/// @param answers of them, those that answer what was asked or read back
/// @param slots what stands for a name in them: machines, codes, times
public record CommandGrammar(
        List<Spoken> phrases, List<Spoken> answers, Map<String, Spoken> slots) {
    /// The slot of what may stand before and behind any command and counts nothing: "please".
    public static final String FILLER = "filler";

    /// Nothing can be commanded.
    public static final CommandGrammar NONE = new CommandGrammar(List.of(), List.of(), Map.of());

    public CommandGrammar {
        phrases = List.copyOf(phrases);
        answers = List.copyOf(answers);
        // In order, so that a grammar made anew is written like the one before.
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
    }

    /// Commands of which none is an answer.
    public CommandGrammar(List<Spoken> phrases, Map<String, Spoken> slots) {
        this(phrases, List.of(), slots);
    }

    /// What can be heard of it with these words: a way of saying that has another is left out, and
    /// so is a phrase whose slot nothing can fill.
    public CommandGrammar within(Set<String> known) {
        Map<String, Spoken> heard = new HashMap<>();
        slots.forEach(
                (name, slot) ->
                        within(slot, known, Map.of()).ifPresent(part -> heard.put(name, part)));
        return new CommandGrammar(all(phrases, known, heard), all(answers, known, heard), heard);
    }

    /// The answers alone.
    public CommandGrammar answering() {
        return new CommandGrammar(answers, answers, slots);
    }

    private static Optional<Spoken> within(
            Spoken part, Set<String> known, Map<String, Spoken> slots) {
        return switch (part) {
            case Spoken.Words(var said) ->
                    known.containsAll(said) ? Optional.of(part) : Optional.empty();
            case Spoken.Slot(String name) ->
                    slots.containsKey(name) ? Optional.of(part) : Optional.empty();
            case Spoken.Sequence(var parts) -> {
                List<Spoken> heard = all(parts, known, slots);
                yield heard.size() == parts.size()
                        ? Optional.of(new Spoken.Sequence(heard))
                        : Optional.empty();
            }
            case Spoken.Choice(var ways) -> {
                List<Spoken> heard = all(ways, known, slots);
                yield heard.isEmpty() ? Optional.empty() : Optional.of(new Spoken.Choice(heard));
            }
        };
    }

    private static List<Spoken> all(
            List<Spoken> parts, Set<String> known, Map<String, Spoken> slots) {
        return parts.stream()
                .map(each -> within(each, known, slots))
                .flatMap(Optional::stream)
                .toList();
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
