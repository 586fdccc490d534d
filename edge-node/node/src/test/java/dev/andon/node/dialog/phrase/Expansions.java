package dev.andon.node.dialog.phrase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All that a phrase can be word for word, its slots in braces.
final class Expansions {
    private Expansions() {}

    static Set<String> of(Part part) {
        return switch (part) {
            case Part.Word(String text, _) -> Set.of(text);
            case Part.Open(Slot slot) -> Set.of("{" + slot.label() + "}");
            case Part.Sequence(var parts) -> sequence(parts);
            case Part.Choice(var parts) -> {
                Set<String> all = new LinkedHashSet<>();
                parts.forEach(each -> all.addAll(of(each)));
                yield all;
            }
        };
    }

    private static Set<String> sequence(List<Part> parts) {
        Set<String> begun = Set.of("");
        for (Part part : parts) {
            Set<String> longer = new LinkedHashSet<>();
            for (String end : of(part)) {
                begun.forEach(begin -> longer.add((begin + " " + end).strip()));
            }
            begun = longer;
        }
        return begun;
    }
}
