package dev.andon.knowledge.corpus.pdf;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before an item or a step of a list.
///
/// @param number of a step without its last dot; null before an item
/// @param words how many words of the line belong to it; 0 where the bullet is drawn
record Marker(@Nullable String number, int words) {
    private static final Pattern BULLET = Pattern.compile("[•●▪■□◦○‣⁃∙·►▸▶➢✓☐–—*-]|\uf0b7|\uf0a7");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\(?(\\d{1,3}(?:\\.\\d{1,3}){0,3})[.)]|(\\d{1,2}(?:\\.\\d{1,2}){1,3})");
    private static final Pattern LETTER = Pattern.compile("\\(?([a-z])[.)]");
    private static final Pattern STEP_WORD =
            Pattern.compile("(?:step|étape|schritt)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP_NUMBER = Pattern.compile("(\\d{1,3})[.:)]?");

    /// The marker that a line begins with; null if it begins with none.
    static @Nullable Marker of(Element.Text text) {
        List<Word> words = text.line().words();
        if (text.bulleted()) {
            return new Marker(null, 0);
        }
        if (words.size() < 2) {
            return null;
        }
        String first = words.getFirst().text();
        if (BULLET.matcher(first).matches()) {
            return new Marker(null, 1);
        }
        String number = number(first, words.get(1).text());
        if (number != null) {
            return new Marker(number, 1);
        }
        Matcher step = STEP_NUMBER.matcher(words.get(1).text());
        return STEP_WORD.matcher(first).matches() && step.matches() && words.size() > 2
                ? new Marker(step.group(1), words.get(2).text().matches("[:–—-]") ? 3 : 2)
                : null;
    }

    /// A number without a dot behind it (`4.5`) is a step's only before a capital: it could be a
    /// value.
    private static @Nullable String number(String word, String next) {
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            boolean capital = Character.isUpperCase(next.charAt(0));
            return number.group(1) != null ? number.group(1) : capital ? number.group(2) : null;
        }
        Matcher letter = LETTER.matcher(word);
        return letter.matches() ? letter.group(1) : null;
    }

    /// Whether it can begin a list: `1`, `1.1`, `a` or a bullet.
    boolean isFirst() {
        return number == null || number.equals("1") || number.endsWith(".1") || number.equals("a");
    }
}
