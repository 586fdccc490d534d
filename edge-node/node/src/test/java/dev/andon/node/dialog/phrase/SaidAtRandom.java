package dev.andon.node.dialog.phrase;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Ways to say a phrase, drawn at random; a slot is said as a word of its own.
///
/// @param random with a fixed seed
record SaidAtRandom(Random random) {
    /// What fills a slot: its own word.
    static List<Filling> fillings(Slot slot, String language, List<String> words, int at) {
        return words.get(at).equals(word(slot)) ? List.of(new Filling(1, word(slot))) : List.of();
    }

    static String word(Slot slot) {
        return "slot" + slot.label();
    }

    String of(Part part) {
        return switch (part) {
            case Part.Word(String text, _) -> text;
            case Part.Open(Slot slot) -> word(slot);
            case Part.Sequence(var parts) ->
                    parts.stream()
                            .map(this::of)
                            .filter(words -> !words.isEmpty())
                            .collect(Collectors.joining(" "));
            case Part.Choice(var parts) -> of(parts.get(random.nextInt(parts.size())));
        };
    }
}
