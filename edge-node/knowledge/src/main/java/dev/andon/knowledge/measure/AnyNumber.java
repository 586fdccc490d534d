package dev.andon.knowledge.measure;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a text says any number at all, measure or not: a digit, a number in words, an ordinal.
/// It errs on the side of yes: the pronoun `one` is a number, too.
public final class AnyNumber {
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private AnyNumber() {}

    /// Whether there is one, in English, French or German.
    public static boolean in(String text) {
        if (DIGIT.matcher(text).find() || !Measures.in(text).isEmpty()) {
            return true;
        }
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (NumberWords.at(text, word.start()).isPresent()
                    || NumberWords.isOrdinal(word.group().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
