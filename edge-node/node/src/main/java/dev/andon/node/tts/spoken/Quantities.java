package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;

/// Numbers with units, the unit last: 6.5 bar, 45-50 Nm, 24VDC, 10-mm, 3 x 400 V, ±2 °C.
final class Quantities {
    private static final String NUMBER = Numbers.NUMBER;
    private static final String FREE = "(?<![\\w.,^]|\\w-)";
    private static final String ANY_UNIT = "(?:\\s?" + Units.UNIT + ")?";

    private Quantities() {}

    static List<UnaryOperator<String>> rules() {
        return List.of(
                // 10 000 h; "item 5 250 Nm" in a table stays two numbers.
                Rule.of(
                        "(?<![\\w.,-])([1-9]\\d{0,2}(?: 000)+)(?!\\s?\\d)",
                        m -> m.group(1).replace(" ", "")),
                Rule.of(
                        "(?<![\\w.,]|\\w-)([-+]?)("
                                + NUMBER
                                + ANY_UNIT
                                + ")\\s*(?:\\.\\.\\.?|-)\\s*([-+]?"
                                + NUMBER
                                + ")(?="
                                + ANY_UNIT
                                + "(?![\\w^-]|[.,]\\d))",
                        Quantities::range),
                Rule.of("(?<=[\\da-z] )[x×](?= \\d)", "by"),
                Rule.of(
                        "(?<=\\d)\\s?[x×*]\\s?(?="
                                + NUMBER
                                + "(?:\\s?[x×]|"
                                + ANY_UNIT
                                + "(?!\\w)))",
                        "by"),
                Rule.of("(?<=\\d)\\s?/\\s?(?=\\d+\\s?" + Units.UNIT + ")", "slash"),
                Rule.of("([€$£])\\s?(" + NUMBER + ")", m -> m.group(2) + currency(m.group(1))),
                Numbers.plusOrMinus(),
                Numbers.powerOfNumber(),
                Numbers.minus(),
                Numbers.plus(),
                Rule.of(FREE + "(" + NUMBER + ")(\\s?|-)" + Units.UNIT, Quantities::quantity),
                Rule.of(FREE + "(" + NUMBER + ") in(?=[.,;:)]|$)", m -> inches(m.group(1))),
                Rule.of(Units.BARE_UNIT, m -> Units.many(m.group(1))),
                Numbers.power());
    }

    /// From the smaller to the greater; 315-2 is no range. The unit of the first number goes if the
    /// second has the same one.
    private static String range(MatchResult range) {
        String sign = range.group(1);
        String unit = range.group(3);
        String first = range.group(2);
        String number = unit == null ? first : first.substring(0, first.length() - unit.length());
        String second = range.group(4);
        if (second.matches("0\\d+") || value(sign + number.strip()) >= value(second)) {
            return range.group();
        }
        boolean sameUnit = unit != null && unit.equals(range.group(5));
        return sign + (sameUnit ? number.strip() : first) + " to " + second;
    }

    private static double value(String signed) {
        boolean hasSign = signed.startsWith("-") || signed.startsWith("+");
        double value = Numbers.value(hasSign ? signed.substring(1) : signed);
        return signed.startsWith("-") ? -value : value;
    }

    private static String quantity(MatchResult quantity) {
        String number = quantity.group(1);
        String unit = quantity.group(3);
        boolean one = number.equals("1") || quantity.group(2).equals("-");
        return Numbers.say(number) + " " + (one ? Units.one(unit) : Units.many(unit));
    }

    private static String inches(String number) {
        return Numbers.say(number) + (number.equals("1") ? " inch" : " inches");
    }

    private static String currency(String symbol) {
        return switch (symbol) {
            case "€" -> " euros";
            case "£" -> " pounds";
            default -> " dollars";
        };
    }
}
