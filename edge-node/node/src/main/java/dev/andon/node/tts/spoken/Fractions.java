package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// 1/2, 3/8 and 1 1/2, with an inch behind them or not. Other figures with a slash are said as they
/// stand: 24/7.
final class Fractions {
    private static final Set<Integer> DENOMINATORS = Set.of(2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64);
    private static final String FREE = "(?<![\\d/.,])";
    private static final String FRACTION = "(\\d{1,2})/(\\d{1,2})(?![\\d/]|[.,]\\d)";
    private static final String INCH = "[ -]?(?:\"|''|′′|in\\b|inch\\b|inches\\b)";

    private Fractions() {}

    static List<UnaryOperator<String>> rules() {
        return List.of(
                Rule.of(
                        FREE + "(\\d+) " + FRACTION + INCH,
                        m -> mixed(m.group(1), m.group(2), m.group(3)) + " inches"),
                Rule.of(
                        FREE + "(\\d+) " + FRACTION,
                        m -> mixed(m.group(1), m.group(2), m.group(3))),
                Rule.of(FREE + FRACTION + INCH, m -> say(m.group(1), m.group(2)) + " inch"),
                // A thread: 3/8-16.
                Rule.of(
                        FREE + "(\\d{1,2})/(\\d{1,2})-(?=\\d)",
                        m -> say(m.group(1), m.group(2)) + " dash"),
                Rule.of(FREE + FRACTION, m -> say(m.group(1), m.group(2))));
    }

    private static String mixed(String whole, String over, String under) {
        return Numerals.whole(whole) + (isFraction(over, under) ? " and " : " ") + say(over, under);
    }

    private static String say(String over, String under) {
        return isFraction(over, under)
                ? Numerals.whole(over)
                        + " "
                        + parts(Integer.parseInt(over), Integer.parseInt(under))
                // Left for the rules of quantities: 50/60 Hz.
                : over + " slash " + under;
    }

    private static boolean isFraction(String over, String under) {
        int numerator = Integer.parseInt(over);
        int denominator = Integer.parseInt(under);
        return !over.startsWith("0")
                && !under.startsWith("0")
                && numerator < denominator
                && DENOMINATORS.contains(denominator);
    }

    private static String parts(int numerator, int denominator) {
        String part =
                switch (denominator) {
                    case 2 -> "half";
                    case 4 -> "quarter";
                    default -> Numerals.ordinal(denominator);
                };
        return numerator == 1 ? part : part + "s";
    }
}
