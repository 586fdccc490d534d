package dev.andon.node.dialog.phrase;

import java.util.List;

/// A piece of a phrase, as [TemplateReader] reads it.
public sealed interface Part {
    /// This word, in the form of [Tokens].
    ///
    /// @param contracted it stands behind an apostrophe, as the "s" of "it's", and is no word alone
    record Word(String text, boolean contracted) implements Part {
        Word(String text) {
            this(text, false);
        }
    }

    /// Whatever fills the slot.
    record Open(Slot slot) implements Part {}

    /// All of these, one after the other.
    record Sequence(List<Part> parts) implements Part {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /// One of these.
    record Choice(List<Part> parts) implements Part {
        public Choice {
            parts = List.copyOf(parts);
        }
    }
}
