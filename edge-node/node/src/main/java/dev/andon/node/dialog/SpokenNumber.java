package dev.andon.node.dialog;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads a number said in English words off the front of a list of words.
///
/// Two ways of saying are told apart: a quantity ("four hundred and twelve", "forty two", "two
/// point five") and digits one by one ("four one two", "zero four two", "oh four two"), which keep
/// their leading zeros.
final class SpokenNumber {
    private static final Map<String, Integer> DIGITS =
            Map.ofEntries(
                    Map.entry("zero", 0),
                    Map.entry("oh", 0),
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9));
    private static final Map<String, Integer> TEENS =
            Map.ofEntries(
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19));
    private static final Map<String, Integer> TENS =
            Map.of(
                    "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy",
                    70, "eighty", 80, "ninety", 90);

    private final List<String> words;
    private int next;

    private SpokenNumber(List<String> words) {
        this.words = words;
    }

    /// A number and how many words it took.
    record Read(String digits, int words) {}

    /// The longest number at the front of the words; null if there is none.
    static @org.jspecify.annotations.Nullable Read at(List<String> words) {
        SpokenNumber reader = new SpokenNumber(words);
        String digits = reader.number();
        return digits.isEmpty() ? null : new Read(digits, reader.next);
    }

    private String number() {
        String whole = whole();
        if (whole.isEmpty() || !peek("point") || next + 1 >= words.size()) {
            return whole;
        }
        int beforePoint = next++;
        String fraction = digitByDigit();
        if (fraction.isEmpty()) {
            next = beforePoint;
            return whole;
        }
        return whole + "." + fraction;
    }

    private String whole() {
        int begin = next;
        String digits = digitByDigit();
        if (digits.length() > 1 || digits.equals("0")) {
            return digits;
        }
        next = begin;
        OptionalInt quantity = quantity();
        return quantity.isPresent() ? String.valueOf(quantity.getAsInt()) : "";
    }

    /// "four one two" is 412; stops before a digit that begins a quantity ("four hundred"), so that
    /// "one two hundred" is not read as 12 and a stray hundred.
    private String digitByDigit() {
        StringBuilder digits = new StringBuilder();
        while (next < words.size() && DIGITS.containsKey(words.get(next)) && !beginsQuantity()) {
            digits.append(DIGITS.get(words.get(next++)));
        }
        return digits.toString();
    }

    private boolean beginsQuantity() {
        return next + 1 < words.size()
                && (words.get(next + 1).equals("hundred")
                        || words.get(next + 1).equals("thousand"));
    }

    private OptionalInt quantity() {
        int begin = next;
        int thousands = belowThousand();
        if (thousands < 0) {
            next = begin;
            return OptionalInt.empty();
        }
        if (!peek("thousand")) {
            return OptionalInt.of(thousands);
        }
        next++;
        skipAnd();
        int rest = Math.max(0, belowThousand());
        return OptionalInt.of(thousands * 1000 + rest);
    }

    private int belowThousand() {
        int hundreds = 0;
        if (next < words.size() && DIGITS.containsKey(words.get(next)) && beginsHundred()) {
            hundreds = DIGITS.getOrDefault(words.get(next), 0) * 100;
            next += 2;
            skipAnd();
        }
        int rest = belowHundred();
        return hundreds == 0 ? rest : hundreds + Math.max(0, rest);
    }

    private boolean beginsHundred() {
        return next + 1 < words.size() && words.get(next + 1).equals("hundred");
    }

    private int belowHundred() {
        if (next >= words.size()) {
            return -1;
        }
        String word = words.get(next);
        if (TEENS.containsKey(word)) {
            next++;
            return TEENS.get(word);
        }
        if (TENS.containsKey(word)) {
            next++;
            int unit = next < words.size() ? DIGITS.getOrDefault(words.get(next), 0) : 0;
            next += unit > 0 ? 1 : 0;
            return TENS.get(word) + unit;
        }
        if (DIGITS.containsKey(word)) {
            next++;
            return DIGITS.get(word);
        }
        return -1;
    }

    /// "and" belongs to the number only if more of it follows: not in "one hundred and the belt".
    private void skipAnd() {
        if (peek("and") && next + 1 < words.size() && isNumberWord(words.get(next + 1))) {
            next++;
        }
    }

    private boolean peek(String word) {
        return next < words.size() && words.get(next).equals(word);
    }

    /// Whether a word is part of a number by itself.
    static boolean isNumberWord(String word) {
        return DIGITS.containsKey(word) || TEENS.containsKey(word) || TENS.containsKey(word);
    }
}
