package dev.andon.node.stt;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What was heard, as the recogniser writes it: lower case words, numbers in words.
///
/// @param text words separated by one space; empty if nothing was understood
/// @param words with their times
/// @param command what a recogniser heard in the same sound that knows commands only; null if there
///     is none
/// @param answer the same of one that knows answers only; null too where none was expected
public record Transcript(
        String text, List<Word> words, @Nullable AsCommand command, @Nullable AsCommand answer) {
    public Transcript {
        words = List.copyOf(words);
    }

    /// What was heard by all but one that knows answers only.
    public Transcript(String text, List<Word> words, @Nullable AsCommand command) {
        this(text, words, command, null);
    }

    /// What was heard by one recogniser alone.
    public Transcript(String text, List<Word> words) {
        this(text, words, null, null);
    }

    /// The sound heard as a command.
    ///
    /// @param text words separated by one space; [#UNKNOWN] for a sound that is in no command
    /// @param margin by how much it fits the sound better than [Transcript#text], in natural
    ///     logarithms a second; below zero if that fits better
    /// @param others what else each piece of it may have been, likelier first
    public record AsCommand(String text, double margin, List<String> others) {
        /// Stands for a sound that is in no command.
        public static final String UNKNOWN = "[unk]";

        public AsCommand {
            others = List.copyOf(others);
        }

        /// Whether every sound belongs to the command.
        public boolean whole() {
            return !text.isEmpty() && !text.contains(UNKNOWN);
        }
    }

    /// The same words, said to be these.
    public Transcript as(String other) {
        return new Transcript(other, words, command, answer);
    }
}
