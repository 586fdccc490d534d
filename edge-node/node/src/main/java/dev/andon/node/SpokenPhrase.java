package dev.andon.node;

import dev.andon.node.dialog.phrase.Part;
import dev.andon.node.stt.Spoken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A phrase as it is heard. "It's" is one word there; a contraction that would follow the name of a
/// machine is left out, since no name ends in it: what is heard then is "is".
final class SpokenPhrase {
    private SpokenPhrase() {}

    /// The phrase; empty if it cannot be heard.
    static Optional<Spoken> of(Part part) {
        return switch (part) {
            case Part.Word(String text, boolean contracted) ->
                    contracted ? Optional.empty() : Optional.of(Spoken.words(text));
            case Part.Open(var slot) -> Optional.of(new Spoken.Slot(slot.label()));
            case Part.Sequence(var parts) -> sequence(parts);
            case Part.Choice(var parts) -> choice(parts.stream().map(SpokenPhrase::of));
        };
    }

    private static Optional<Spoken> choice(Stream<Optional<Spoken>> ways) {
        List<Spoken> heard = ways.flatMap(Optional::stream).toList();
        return heard.isEmpty() ? Optional.empty() : Optional.of(new Spoken.Choice(heard));
    }

    private static Optional<Spoken> sequence(List<Part> parts) {
        List<Spoken> heard = new ArrayList<>();
        for (Part part : parts) {
            Optional<Spoken> next =
                    part instanceof Part.Word(String text, boolean contracted) && contracted
                            ? joined(heard, text)
                            : of(part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            heard.add(next.get());
        }
        return Optional.of(new Spoken.Sequence(heard));
    }

    /// The word before with its contraction; it is taken off the list.
    private static Optional<Spoken> joined(List<Spoken> heard, String contraction) {
        if (heard.isEmpty() || !(heard.getLast() instanceof Spoken.Words(var before))) {
            return Optional.empty();
        }
        heard.removeLast();
        return Optional.of(Spoken.words(String.join(" ", before) + "'" + contraction));
    }
}
