package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whole numbers in words, without "and": four hundred twelve.
final class Numerals {
    /// Longer numbers are said digit by digit.
    static final int DIGITS_MAX = 12;

    private static final List<String> SMALL =
            List.of(
                    ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                                    + " fourteen fifteen sixteen seventeen eighteen nineteen")
                            .split(" "));
    private static final List<String> TENS =
            List.of("- ten twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
    private static final Map<String, String> ORDINALS =
            Map.of(
                    "one", "first",
                    "two", "second",
                    "three", "third",
                    "five", "fifth",
                    "eight", "eighth",
                    "nine", "ninth",
                    "twelve", "twelfth");

    private Numerals() {}

    static String cardinal(long number) {
        if (number < 20) {
            return SMALL.get((int) number);
        }
        if (number < 100) {
            return TENS.get((int) number / 10) + rest(number % 10);
        }
        if (number < 1_000) {
            return cardinal(number / 100) + " hundred" + rest(number % 100);
        }
        if (number < 1_000_000) {
            return cardinal(number / 1_000) + " thousand" + rest(number % 1_000);
        }
        if (number < 1_000_000_000) {
            return cardinal(number / 1_000_000) + " million" + rest(number % 1_000_000);
        }
        return cardinal(number / 1_000_000_000) + " billion" + rest(number % 1_000_000_000);
    }

    static String ordinal(long number) {
        String cardinal = cardinal(number);
        int last = cardinal.lastIndexOf(' ') + 1;
        return cardinal.substring(0, last) + ordinalWord(cardinal.substring(last));
    }

    /// One after the other.
    static String digits(String digits) {
        return digits.chars()
                .mapToObj(digit -> SMALL.get(Character.digit(digit, 10)))
                .collect(Collectors.joining(" "));
    }

    /// As a number, unless it begins with a zero or is too long for one.
    static String whole(String digits) {
        return isCode(digits, DIGITS_MAX) ? digits(digits) : cardinal(Long.parseLong(digits));
    }

    /// As in a code: one by one with a leading zero or more than three digits, else as a number.
    static String inCode(String digits) {
        return isCode(digits, 3) ? digits(digits) : cardinal(Long.parseLong(digits));
    }

    /// In pairs, as years are said: twenty twenty six.
    static String year(int year) {
        int rest = year % 100;
        boolean inPairs = year >= 1100 && year < 2100 && (year < 2000 || year > 2009);
        if (!inPairs) {
            return cardinal(year);
        }
        return cardinal(year / 100)
                + (rest == 0 ? " hundred" : rest < 10 ? " zero" + rest(rest) : rest(rest));
    }

    private static boolean isCode(String digits, int digitsMax) {
        return digits.length() > digitsMax || (digits.length() > 1 && digits.startsWith("0"));
    }

    private static String rest(long number) {
        return number == 0 ? "" : " " + cardinal(number);
    }

    private static String ordinalWord(String cardinal) {
        String irregular = ORDINALS.get(cardinal);
        if (irregular != null) {
            return irregular;
        }
        return cardinal.endsWith("y")
                ? cardinal.substring(0, cardinal.length() - 1) + "ieth"
                : cardinal + "th";
    }
}
