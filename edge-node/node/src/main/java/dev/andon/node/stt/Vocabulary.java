package dev.andon.node.stt;

import java.util.List;
import java.util.Set;

/// What the plant talks about: the words that the recogniser must know, and how they follow each
/// other. [VocabularyBuilder] makes one from names and texts.
///
/// @param words lower case, letters and apostrophes only
/// @param names what things are called, in such words ("labeller spindle"); people ask about these
/// @param codes faults and alarms as people say them ("e forty two", "e four two")
/// @param sentences in such words, as manuals say them; a sentence may stand more than once to
///     weigh more
/// @param commands what can be commanded
public record Vocabulary(
        Set<String> words,
        List<String> names,
        List<String> codes,
        List<String> sentences,
        CommandGrammar commands) {
    /// How many words a recogniser is ever asked to know beside its own.
    public static final int WORDS_MAX = 60_000;

    /// How many names, codes and sentences are ever looked at, each.
    public static final int SENTENCES_MAX = 200_000;

    /// Nothing beside what the recogniser knows anyway.
    public static final Vocabulary EMPTY =
            new Vocabulary(Set.of(), List.of(), List.of(), List.of(), CommandGrammar.NONE);

    public Vocabulary {
        words = Set.copyOf(words);
        names = List.copyOf(names);
        codes = List.copyOf(codes);
        sentences = List.copyOf(sentences);
    }
}
