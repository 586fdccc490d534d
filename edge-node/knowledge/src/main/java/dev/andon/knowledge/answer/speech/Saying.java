package dev.andon.knowledge.answer.speech;

import java.util.List;

/// What a voice says at once, and what it leaves for `more`.
///
/// @param sentences at most [AnswerText#SPOKEN_WORDS_MAX] words, the place last
/// @param rest of the same answer, in order; empty if all was said
public record Saying(List<String> sentences, List<String> rest) {
    public Saying {
        sentences = List.copyOf(sentences);
        rest = List.copyOf(rest);
    }
}
