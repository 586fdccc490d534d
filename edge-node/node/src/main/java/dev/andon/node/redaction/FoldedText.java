package dev.andon.node.redaction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text and its words in small letters without accents, each with its place in the text: one name
/// is one name however it is typed, and a transcript has neither capitals nor accents.
///
/// @param original as written
/// @param words in its order
record FoldedText(String original, List<Token> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    FoldedText {
        words = List.copyOf(words);
    }

    /// @param word folded
    /// @param start in the original
    /// @param end behind it
    record Token(String word, int start, int end) {}

    static FoldedText of(String text) {
        List<Token> tokens = new ArrayList<>();
        for (MatchResult match : WORD.matcher(text).results().toList()) {
            tokens.add(new Token(fold(match.group()), match.start(), match.end()));
        }
        return new FoldedText(text, tokens);
    }

    /// The words of a name, folded.
    static List<String> words(String name) {
        return of(name).words().stream().map(Token::word).toList();
    }

    private static String fold(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT)
                .replace("\u00df", "ss")
                .replace("\u0153", "oe")
                .replace("\u00e6", "ae")
                .replace("\u00f8", "o")
                .replace("\u0142", "l")
                .replace("\u0131", "i");
    }

    /// Whether these words stand one after the other from a place on, with little between them.
    boolean standsAt(int place, List<String> name) {
        if (place + name.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            boolean apart = i > 0 && !adjacent(place + i - 1);
            if (apart || !words.get(place + i).word().equals(name.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether the next word follows this one at once: a space, a hyphen, a dot or a comma.
    boolean adjacent(int place) {
        if (place < 0 || place + 1 >= words.size()) {
            return false;
        }
        String between = original.substring(words.get(place).end(), words.get(place + 1).start());
        return between.length() <= 3 && between.matches("[\\s.,'\u2019\u00b7-]*");
    }

    String written(int place) {
        return original.substring(words.get(place).start(), words.get(place).end());
    }
}
