package dev.andon.knowledge.answer.words;

import java.util.Locale;

/// Capitals and small letters at the beginning of what is joined to a sentence.
public final class FirstLetter {
    private FirstLetter() {}

    /// With a capital, as a sentence begins.
    public static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// With a small letter, unless the first word is an abbreviation.
    public static String small(String text) {
        boolean abbreviation =
                text.length() > 1
                        && !Character.isLowerCase(text.charAt(1))
                        && text.charAt(1) != ' ';
        return text.isEmpty() || abbreviation
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
