package dev.andon.node.dialog.phrase;

import java.util.List;

/// Knows what can fill a slot: the register, the clock, the lists of a language.
@FunctionalInterface
public interface Fillings {
    /// Everything that may fill the slot with the words from a place on, the longest first; none if
    /// nothing does.
    ///
    /// @param language of the phrase, BCP 47
    /// @param words in the form of [Tokens]
    /// @param at place of the first, below the number of words
    List<Filling> at(Slot slot, String language, List<String> words, int at);
}
