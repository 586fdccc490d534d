package dev.andon.knowledge.corpus.docx;

import java.util.Locale;

/// Writes the number of a list's paragraph.
final class NumberFormat {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {
        "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
    };

    /// Larger numbers are written as numbers.
    private static final int ROMAN_MAX = 3999;

    private NumberFormat() {}

    /// As the page prints it.
    static String printed(int number, String format) {
        return switch (format) {
            case "lowerLetter" -> letter(number);
            case "upperLetter" -> letter(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "decimalZero" -> "%02d".formatted(number);
            default -> Integer.toString(number);
        };
    }

    /// As a part of a step's number: digits, or one small letter where that may stand.
    ///
    /// @param letters whether it may be a letter
    static String step(int number, String format, boolean letters) {
        boolean letter = letters && format.endsWith("Letter") && number >= 1 && number <= 26;
        return letter ? letter(number) : Integer.toString(Math.max(0, number));
    }

    private static String letter(int number) {
        if (number < 1) {
            return Integer.toString(number);
        }
        char letter = (char) ('a' + (number - 1) % 26);
        return String.valueOf(letter).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        if (number < 1 || number > ROMAN_MAX) {
            return Integer.toString(number);
        }
        StringBuilder roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < VALUES.length; i++) {
            while (left >= VALUES[i]) {
                roman.append(ROMAN[i]);
                left -= VALUES[i];
            }
        }
        return roman.toString();
    }
}
