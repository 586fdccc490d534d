package dev.andon.knowledge.corpus.text;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a line of a list begins with.
///
/// @param number of a step, without its last dot; null before an item
/// @param text behind it
/// @param indent of the line, in characters
record Lead(@Nullable String number, String text, int indent) {
    private static final Pattern NUMBER =
            Pattern.compile(
                    "( *)(?:\\(?(\\d{1,3}(?:\\.\\d{1,3}){0,3}|[a-z])[.)]"
                            + "|(?i:step|étape|schritt)\\s+(\\d{1,3})\\s*[.:)–—-]?"
                            + "|(\\d{1,3}(?:\\.\\d{1,3}){1,3}))\\s+(\\S.*)");
    private static final Pattern BULLET = Pattern.compile("( *)[-*+•●▪■○‣–—]\\s+(\\S.*)");

    /// The lead of a line; null if it is running text.
    static @Nullable Lead of(String line) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.matches()) {
            return new Lead(null, bullet.group(2), bullet.group(1).length());
        }
        Matcher number = NUMBER.matcher(line);
        if (!number.matches()) {
            return null;
        }
        String text = number.group(5);
        String printed = number.group(2) != null ? number.group(2) : number.group(3);
        if (printed == null) {
            // `4.5 mm` is a value, `4.5 Torques` is a numbered line.
            printed = Character.isUpperCase(text.codePointAt(0)) ? number.group(4) : null;
        }
        return printed == null ? null : new Lead(printed, text, number.group(1).length());
    }

    /// Whether the other could be the next step of the same list, or the first of one below it.
    boolean goesOnWith(Lead next) {
        if (number == null || next.number == null) {
            return number == null && next.number == null;
        }
        return last(next.number) == last(number) + 1 && depth(next.number) == depth(number)
                || next.number.equals(number + ".1")
                || (next.number.equals("a") || next.number.equals("1")) && next.indent > indent;
    }

    private static int depth(String number) {
        return number.split("\\.").length;
    }

    private static int last(String number) {
        String last = number.substring(number.lastIndexOf('.') + 1);
        return Character.isDigit(last.charAt(0)) ? Integer.parseInt(last) : last.charAt(0);
    }
}
