package dev.andon.node.tts.spoken;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Numbers as they are written: 1,234.5 and 1.234,5; 6.5 and 6,5; -5; 2nd; 4.2.1; 10^-3.
///
/// A comma before exactly three digits groups thousands, unless a lone zero stands before it; any
/// other comma is a decimal one. A point is decimal unless points and a comma stand in one number.
final class Numbers {
    /// A number without sign.
    static final String NUMBER =
            "(?:[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,])"
                    + "|[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d+|\\d+(?:[.,]\\d+)?|(?<!\\w)\\.\\d+)";

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d+");

    private Numbers() {}

    // Signs and powers in words; the digits stay.

    static UnaryOperator<String> plusOrMinus() {
        return Rule.of("\\+/?-(?=\\s?\\.?\\d)|±", "plus or minus");
    }

    static UnaryOperator<String> powerOfNumber() {
        return power("(?<=[\\d)])");
    }

    static UnaryOperator<String> power() {
        return power("");
    }

    private static UnaryOperator<String> power(String behind) {
        return Rule.of(
                behind + "\\^(-?)(\\d+)",
                m -> "to the power of " + (m.group(1).isEmpty() ? "" : "minus ") + m.group(2));
    }

    static UnaryOperator<String> minus() {
        return Rule.of("(?<![\\w)^])-(?=\\.?\\d)", "minus");
    }

    static UnaryOperator<String> plus() {
        return Rule.of("(?<![\\w)])\\+(?=\\.?\\d)", "plus");
    }

    /// 2nd and 3-phase, which no code may take for its own.
    static List<UnaryOperator<String>> beforeWords() {
        return List.of(
                Rule.of("(?<![\\w.])(\\d+)(?:st|nd|rd|th)\\b", m -> ordinal(m.group(1))),
                Rule.of("(?<![\\w.,-])(\\d+)-(?=[a-z]{2,}\\b)", m -> m.group(1)));
    }

    /// The numbers that are left.
    static List<UnaryOperator<String>> words() {
        return List.of(
                Rule.of("(?<=\\d)/(?=\\d)", "slash"),
                Rule.of("\\d+(?:\\.\\d+){3}(?![.,]?\\d)", m -> chain(m.group(), "dot")),
                Rule.of("\\d+(?:\\.\\d+){2,}(?![.,]?\\d)", m -> chain(m.group(), "point")),
                Rule.of("\\d+(?:\\.\\d+)?(?:-\\d+(?:\\.\\d+)?)+", m -> dashes(m.group())),
                Rule.of("\\d{1,2}(?:,\\d{1,2}){2,}(?![.,]?\\d)", m -> list(m.group())),
                Rule.of(NUMBER, m -> say(m.group())),
                Rule.of("\\d+", m -> Numerals.digits(m.group())));
    }

    /// A number as [#NUMBER] finds it.
    static String say(String number) {
        if (GROUPED.matcher(number).matches() && !number.startsWith("0")) {
            return plain(number.replace(",", ""));
        }
        if (GROUPED_BY_POINT.matcher(number).matches()) {
            return plain(number.replace(".", "").replace(',', '.'));
        }
        return plain(number.replace(',', '.'));
    }

    /// Its value, to compare two of them.
    static double value(String number) {
        boolean grouped = GROUPED.matcher(number).matches() && !number.startsWith("0");
        String plain = grouped ? number.replace(",", "") : number;
        if (GROUPED_BY_POINT.matcher(plain).matches()) {
            plain = plain.replace(".", "");
        }
        return Double.parseDouble(plain.replace(',', '.'));
    }

    private static String plain(String number) {
        int point = number.indexOf('.');
        if (point < 0) {
            return Numerals.whole(number);
        }
        String whole = point == 0 ? "zero" : Numerals.whole(number.substring(0, point));
        return whole + " point " + Numerals.digits(number.substring(point + 1));
    }

    private static String ordinal(String digits) {
        return digits.length() > Numerals.DIGITS_MAX || digits.startsWith("0")
                ? Numerals.digits(digits)
                : Numerals.ordinal(Long.parseLong(digits));
    }

    /// Section 4.2.1 by numbers, the four parts of an address by digits.
    private static String chain(String chain, String joint) {
        return Arrays.stream(chain.split("\\."))
                .map(part -> joint.equals("point") ? Numerals.whole(part) : Numerals.digits(part))
                .collect(Collectors.joining(" " + joint + " "));
    }

    /// 315-2 by digits; 20-8.8 by numbers.
    private static String dashes(String chain) {
        return Arrays.stream(chain.split("-"))
                .map(part -> chain.contains(".") ? say(part) : Numerals.digits(part))
                .collect(Collectors.joining(" dash "));
    }

    private static String list(String numbers) {
        return Arrays.stream(numbers.split(","))
                .map(Numerals::whole)
                .collect(Collectors.joining(", "));
    }
}
