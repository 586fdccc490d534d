package dev.andon.knowledge.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers as they are written: 1,234.5 and 1.234,5; 6.5 and 6,5; 10 000; 1 1/2; -5.
///
/// A comma before exactly three digits groups thousands, unless a lone zero stands before it; any
/// other comma is a decimal one. A point is decimal unless points and a comma stand in one number.
final class Figures {
    /// A number without its unit.
    record Figure(BigDecimal value, int start, int end, boolean inWords) {}

    /// Longer numbers are codes.
    private static final int DIGITS_MAX = 12;

    private static final String NUMBER =
            "[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,])"
                    + "|[1-9]\\d{0,2}(?:\\.\\d{3})+,\\d+"
                    + "|[1-9]\\d{0,2}(?:['\u00a0]\\d{3}(?!\\d))+"
                    + "|[1-9]\\d{0,2}(?: 000)+(?!\\s?\\d)"
                    + "|\\d+(?:[.,](?<!\\d,\\d{1,6}[.,])\\d+(?!,\\d))?|\\.\\d+";
    private static final Pattern WRITTEN = Pattern.compile(NUMBER);
    private static final Pattern FRACTION =
            Pattern.compile("(?:(\\d{1,3})[ -])?(\\d{1,2})/(\\d{1,2})(?![\\d/]|[.,]\\d)");
    private static final Pattern DENOMINATOR = Pattern.compile("2|3|4|5|6|8|10|12|16|32|64");
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d.*");

    private Figures() {}

    /// The number that begins here, without a sign; empty if none does.
    static Optional<Figure> written(String text, int from) {
        Optional<Figure> fraction = fraction(text, from);
        if (fraction.isPresent()) {
            return fraction;
        }
        Matcher number = WRITTEN.matcher(text).region(from, text.length());
        number.useTransparentBounds(true);
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        String digits = number.group();
        boolean code =
                LEADING_ZERO.matcher(digits).matches()
                        || digits.replaceAll("[.,].*", "").length() > DIGITS_MAX;
        return code
                ? Optional.empty()
                : Optional.of(new Figure(value(digits), from, number.end(), false));
    }

    /// Exact where a decimal can be.
    static BigDecimal over(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, MathContext.DECIMAL64);
    }

    private static Optional<Figure> fraction(String text, int from) {
        Matcher matcher = FRACTION.matcher(text).region(from, text.length());
        matcher.useTransparentBounds(true);
        if (!matcher.lookingAt() || !isFraction(matcher.group(2), matcher.group(3))) {
            return Optional.empty();
        }
        BigDecimal part = over(new BigDecimal(matcher.group(2)), new BigDecimal(matcher.group(3)));
        String whole = matcher.group(1);
        BigDecimal value = whole == null ? part : part.add(new BigDecimal(whole));
        return Optional.of(new Figure(value, from, matcher.end(), false));
    }

    private static boolean isFraction(String over, String under) {
        return !over.startsWith("0")
                && DENOMINATOR.matcher(under).matches()
                && Integer.parseInt(over) < Integer.parseInt(under);
    }

    private static BigDecimal value(String digits) {
        String number = digits.replaceAll("['\u00a0 ]", "");
        if (number.matches("\\d{1,3}(?:\\.\\d{3})+,\\d+")) {
            number = number.replace(".", "");
        } else if (number.matches("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?")) {
            number = number.replace(",", "");
        }
        return new BigDecimal(number.replace(',', '.'));
    }
}
