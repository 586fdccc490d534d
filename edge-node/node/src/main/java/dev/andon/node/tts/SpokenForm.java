package dev.andon.node.tts;

import dev.andon.knowledge.corpus.PassageText;
import dev.andon.node.tts.spoken.EnglishRules;
import dev.andon.node.tts.spoken.Sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How a written sentence is said: numbers, units, codes, dates and symbols in plain words.
/// Immutable; safe for any thread.
///
/// Codes are spelled: letters one by one; digits as a number, but one by one if they begin with a
/// zero or are more than three (E-42 "E forty two", E042 "E zero four two"). Part numbers are
/// spelled throughout. Units come last. English only.
public final class SpokenForm {
    private static final int AT_ONCE_CHARS_MAX = 1_000;
    private static final Pattern SAYABLE = Pattern.compile("[\\p{L}\\p{N}]");
    private static final String OTHER_SCRIPT = "text in another script";

    /// Said for a word of a scanned page that could not be read.
    private static final String UNREAD = ", illegible, ";

    private final UnaryOperator<String> rules;

    private SpokenForm(UnaryOperator<String> rules) {
        this.rules = rules;
    }

    /// American English.
    public static SpokenForm english() {
        return new SpokenForm(new EnglishRules());
    }

    /// What a voice says for a sentence: ASCII letters, `, . ?` and single blanks. Every digit is
    /// said. Blank only if there is neither a letter nor a digit to say; letters of another script
    /// are only mentioned.
    public String say(String written) {
        String sentence = written.replace(PassageText.ILLEGIBLE, UNREAD);
        String words =
                sentence.length() <= AT_ONCE_CHARS_MAX
                        ? rules.apply(sentence)
                        : pieces(sentence).stream()
                                .map(rules)
                                .collect(Collectors.joining(" "))
                                .strip();
        boolean silent = words.isEmpty() && SAYABLE.matcher(sentence).find();
        return silent ? OTHER_SCRIPT : words;
    }

    /// The rules look ahead, so their time grows faster than the text.
    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String sentence : sentences(text)) {
            String rest = sentence;
            while (rest.length() > AT_ONCE_CHARS_MAX) {
                int blank = rest.lastIndexOf(' ', AT_ONCE_CHARS_MAX);
                int end = blank > 0 ? blank : AT_ONCE_CHARS_MAX;
                pieces.add(rest.substring(0, end));
                rest = rest.substring(end).strip();
            }
            pieces.add(rest);
        }
        return pieces;
    }

    /// Cuts a reply into written sentences, never inside "M8 x 20", "p. 12", "6.5 bar" or "e.g.".
    public List<String> sentences(String text) {
        return Sentences.of(text);
    }
}
