package dev.andon.node.stt;

import java.util.Arrays;
import java.util.List;

/// A part of what can be said, in words as the recogniser writes them.
public sealed interface Spoken {
    /// These words; none is silence.
    record Words(List<String> words) implements Spoken {
        public Words {
            words = List.copyOf(words);
        }
    }

    /// All of these, one after the other.
    record Sequence(List<Spoken> parts) implements Spoken {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /// One of these.
    record Choice(List<Spoken> ways) implements Spoken {
        public Choice {
            ways = List.copyOf(ways);
        }
    }

    /// Whatever a slot of the grammar can be.
    ///
    /// @param slot its name in [CommandGrammar#slots]
    record Slot(String slot) implements Spoken {}

    /// Whether a way of saying it has this slot.
    default boolean has(String slot) {
        return switch (this) {
            case Words _ -> false;
            case Slot(String name) -> name.equals(slot);
            case Sequence(var parts) -> parts.stream().anyMatch(each -> each.has(slot));
            case Choice(var ways) -> ways.stream().anyMatch(each -> each.has(slot));
        };
    }

    /// Words divided by spaces.
    static Spoken words(String text) {
        return new Words(text.isBlank() ? List.of() : List.of(text.strip().split(" +")));
    }

    /// All of these, one after the other.
    static Spoken sequence(Spoken... parts) {
        return new Sequence(Arrays.asList(parts));
    }

    /// One of these phrases.
    static Spoken anyOf(String... phrases) {
        return new Choice(Arrays.stream(phrases).map(Spoken::words).toList());
    }

    /// This, or nothing.
    static Spoken optional(Spoken part) {
        return new Choice(List.of(part, new Words(List.of())));
    }
}
