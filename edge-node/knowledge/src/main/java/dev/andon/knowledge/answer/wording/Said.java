package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.retrieval.Citation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What has been said of an answer so far, and what it stands on.
final class Said {
    private final List<String> sentences = new ArrayList<>();
    private final Set<String> comparable = new LinkedHashSet<>();
    private final Set<Citation> citations = new LinkedHashSet<>();
    private int words;

    /// Says it, unless it was said before.
    ///
    /// @return whether it is new
    boolean say(String sentence) {
        boolean isNew = comparable.add(comparable(sentence));
        if (isNew) {
            sentences.add(sentence);
            words += Sentences.words(sentence);
        }
        return isNew;
    }

    void cite(Citation citation) {
        citations.add(citation);
    }

    void cite(List<Citation> more) {
        citations.addAll(more);
    }

    boolean isSilent() {
        return sentences.isEmpty();
    }

    boolean hasRoomFor(String sentence) {
        return words + Sentences.words(sentence) <= WordingLimits.WORDS_MAX;
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    List<Citation> citations() {
        return List.copyOf(citations);
    }

    Reply.Answer answer(String text, Reply.Mode mode) {
        return new Reply.Answer(text, sentences, citations(), mode);
    }

    private static String comparable(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
