package dev.andon.node;

import dev.andon.config.register.AssetRegister;
import dev.andon.config.register.FaultCode;
import dev.andon.config.register.Machine;
import dev.andon.node.dialog.phrase.Intent;
import dev.andon.node.dialog.phrase.Part;
import dev.andon.node.dialog.phrase.PhraseBook;
import dev.andon.node.dialog.phrase.PhraseBook.Phrase;
import dev.andon.node.dialog.phrase.Slot;
import dev.andon.node.saying.Sayings;
import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.SlotPairing;
import dev.andon.node.stt.Spoken;
import dev.andon.node.stt.SpokenSlots;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the recogniser must hear as a command: the phrases of the spoken language, with the
/// machines and codes of the register in their slots; where both are said, the code is one of that
/// machine. Phrases with free words are not among them; these are heard as any other words are.
final class PlantGrammar {
    private static final List<String> WAITS = List.of("wait-part", "wait-expert", "wait-permit");

    /// Steps of a procedure, and what else is counted.
    private static final int NUMBER_MAX = 40;

    /// Of more machines any fault may be said with any: the decoder follows each machine apart.
    static final int PAIRED_MAX = 100;

    private final PhraseBook book;
    private final AssetRegister register;

    private PlantGrammar(PhraseBook book, AssetRegister register) {
        this.book = book;
        this.register = register;
    }

    static CommandGrammar of(PhraseBook book, AssetRegister register) {
        return new PlantGrammar(book, register).grammar();
    }

    private CommandGrammar grammar() {
        return new CommandGrammar(
                phrases(intent -> intent != Intent.FOLLOW_UP), phrases(Intent::answers), slots());
    }

    private List<Spoken> phrases(Predicate<Intent> which) {
        SlotPairing ownFaults =
                new SlotPairing(
                        Slot.MACHINE.label(),
                        Slot.FAULT.label(),
                        register.machines().stream().map(Machine::id).toList());
        return book.phrases().stream()
                .filter(phrase -> phrase.language().equals(Sayings.VOICE))
                .filter(phrase -> which.test(phrase.intent()))
                .filter(phrase -> !hasText(phrase.part()))
                .map(Phrase::part)
                .map(SpokenPhrase::of)
                .flatMap(Optional::stream)
                .map(phrase -> isPaired() ? ownFaults.paired(phrase) : phrase)
                .toList();
    }

    private boolean isPaired() {
        return register.machines().size() <= PAIRED_MAX;
    }

    private static boolean hasText(Part part) {
        return switch (part) {
            case Part.Word _ -> false;
            case Part.Open(Slot slot) -> slot == Slot.TEXT;
            case Part.Sequence(var parts) -> parts.stream().anyMatch(PlantGrammar::hasText);
            case Part.Choice(var parts) -> parts.stream().anyMatch(PlantGrammar::hasText);
        };
    }

    private Map<String, Spoken> slots() {
        Map<String, Spoken> slots = new HashMap<>();
        slots.put(
                CommandGrammar.FILLER, SpokenSlots.any(book.words(Sayings.VOICE, "heard-filler")));
        slots.put(Slot.MACHINE.label(), withArticle(names(register.machines())));
        slots.put(Slot.FAULT.label(), SpokenSlots.any(faults(register.machines())));
        if (isPaired()) {
            register.machines().forEach(machine -> own(machine, slots));
        }
        slots.put(Slot.WAIT.label(), withArticle(waits()));
        slots.put(Slot.TIME.label(), SpokenSlots.times());
        slots.put(Slot.NUMBER.label(), SpokenSlots.numbers(1, NUMBER_MAX));
        return slots;
    }

    private void own(Machine machine, Map<String, Spoken> slots) {
        List<Machine> only = List.of(machine);
        slots.put(SlotPairing.of(Slot.MACHINE.label(), machine.id()), withArticle(names(only)));
        Set<List<String>> faults = faults(only);
        if (!faults.isEmpty()) {
            slots.put(SlotPairing.of(Slot.FAULT.label(), machine.id()), SpokenSlots.any(faults));
        }
    }

    private Spoken withArticle(Collection<List<String>> names) {
        List<List<String>> articles = book.words(Sayings.VOICE, "heard-article");
        return Spoken.sequence(Spoken.optional(SpokenSlots.any(articles)), SpokenSlots.any(names));
    }

    private List<List<String>> waits() {
        return WAITS.stream().flatMap(list -> book.words(Sayings.VOICE, list).stream()).toList();
    }

    private static Set<List<String>> names(List<Machine> machines) {
        Set<List<String>> names = new LinkedHashSet<>();
        for (Machine machine : machines) {
            names.addAll(SpokenSlots.name(machine.name()));
            names.addAll(SpokenSlots.name(machine.machineClass()));
            machine.aliases().forEach(alias -> names.addAll(SpokenSlots.name(alias)));
        }
        return names;
    }

    private static Set<List<String>> faults(List<Machine> machines) {
        Set<List<String>> faults = new LinkedHashSet<>();
        for (Machine machine : machines) {
            for (FaultCode fault : machine.faults()) {
                faults.addAll(SpokenSlots.code(fault.code()));
                faults.addAll(SpokenSlots.name(fault.name()));
                fault.aliases().forEach(alias -> faults.addAll(SpokenSlots.name(alias)));
            }
        }
        return faults;
    }
}
