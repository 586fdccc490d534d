package dev.andon.node.stt;

import java.util.List;

/// What was heard, as the recogniser writes it: lower case words, numbers in words.
///
/// @param text words separated by one space; empty if nothing was understood
/// @param words with their times
public record Transcript(String text, List<Word> words) {
    public Transcript {
        words = List.copyOf(words);
    }
}
