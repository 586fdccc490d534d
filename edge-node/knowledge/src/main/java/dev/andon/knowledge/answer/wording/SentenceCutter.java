package dev.andon.knowledge.answer.wording;

import dev.andon.knowledge.answer.words.Sentences;

import java.util.ArrayList;
import java.util.List;

/// Cuts what a model says into sentences while it still speaks.
final class SentenceCutter {
    private final StringBuilder open = new StringBuilder();

    /// The sentences that are complete with this piece: a sentence is complete when the next one,
    /// or a new line, has begun.
    List<String> add(String piece) {
        open.append(piece);
        List<String> complete = new ArrayList<>();
        for (int line = open.indexOf("\n"); line >= 0; line = open.indexOf("\n")) {
            complete.addAll(Sentences.split(open.substring(0, line)));
            open.delete(0, line + 1);
        }
        List<String> begun = Sentences.split(open.toString());
        if (begun.size() > 1) {
            complete.addAll(begun.subList(0, begun.size() - 1));
            open.delete(0, open.toString().stripTrailing().length() - begun.getLast().length());
        }
        if (open.length() > WordingLimits.SENTENCE_CHARS_MAX) {
            open.setLength(0);
        }
        return plain(complete);
    }

    /// The last sentence, if it has an end: what the limit of tokens cut off is none.
    List<String> end() {
        String last = open.toString().strip();
        open.setLength(0);
        return last.matches("(?s).*[.!?][\"”’)*]*") ? plain(List.of(last)) : List.of();
    }

    /// Without the marks of lists and of emphasis, which no manual's voice has.
    private static List<String> plain(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replace("**", "").replaceFirst("^\\s*[-*•]\\s+", ""))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .filter(sentence -> sentence.length() <= WordingLimits.SENTENCE_CHARS_MAX)
                .toList();
    }
}
