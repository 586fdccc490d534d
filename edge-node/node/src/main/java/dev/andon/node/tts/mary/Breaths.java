package dev.andon.node.tts.mary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts words into what is vocoded at once: a sentence, or a part of a long one. The shorter, the
/// sooner it sounds and the sooner an abandoned speech lets go of the worker.
final class Breaths {
    static final int BREATH_CHARS_MAX = 300;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?])\\s+");
    private static final Pattern LETTER = Pattern.compile("[a-zA-Z]");

    private Breaths() {}

    /// Only parts that hold a letter: the engine fails on blank text and on bare punctuation.
    static List<String> of(String words) {
        List<String> breaths = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(words)) {
            cut(sentence.strip(), breaths);
        }
        breaths.removeIf(breath -> !LETTER.matcher(breath).find());
        return List.copyOf(breaths);
    }

    private static void cut(String sentence, List<String> breaths) {
        String rest = sentence;
        while (rest.length() > BREATH_CHARS_MAX) {
            int end = endOfBreath(rest.substring(0, BREATH_CHARS_MAX));
            breaths.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        breaths.add(rest);
    }

    /// After the last comma, else before the last space, else at the limit.
    private static int endOfBreath(String text) {
        int comma = text.lastIndexOf(',');
        int space = text.lastIndexOf(' ');
        return comma > 0 ? comma + 1 : space > 0 ? space : text.length();
    }
}
