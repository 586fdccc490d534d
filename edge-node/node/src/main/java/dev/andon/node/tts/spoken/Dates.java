package dev.andon.node.tts.spoken;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;

/// Dates: 2026-03-12, and 12.05.2024, which is day first wherever points are used. With slashes the
/// month is named only if no other reading is possible, else the figures are said as they stand.
final class Dates {
    private Dates() {}

    static List<UnaryOperator<String>> rules() {
        return List.of(
                Rule.of(
                        "(?<![\\w-])(\\d{4})-(\\d\\d)-(\\d\\d)(?!-?\\d)(?:[T ](?=\\d))?",
                        m -> say(m, 1, 2, 3) + (m.group().matches(".*[T ]") ? "," : "")),
                Rule.of(
                        "(?<![\\w.])(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?!\\.?\\d)",
                        m -> say(m, 3, 2, 1)),
                Rule.of("(?<![\\w/])(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!/?\\d)", Dates::withSlashes));
    }

    private static String withSlashes(MatchResult date) {
        int first = number(date, 1);
        int second = number(date, 2);
        if (first > 12 || first == second) {
            return say(date, 3, 2, 1);
        }
        return second > 12 ? say(date, 3, 1, 2) : figures(date, "slash");
    }

    private static String say(MatchResult date, int year, int month, int day) {
        try {
            LocalDate valid =
                    LocalDate.of(number(date, year), number(date, month), number(date, day));
            return "%s %s, %s"
                    .formatted(
                            valid.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                            Numerals.ordinal(valid.getDayOfMonth()),
                            Numerals.year(valid.getYear()));
        } catch (DateTimeException e) {
            // No such day: not a date, so its figures.
            return figures(date, "dash");
        }
    }

    private static String figures(MatchResult date, String joint) {
        return "%s %s %s %s %s"
                .formatted(
                        Numerals.whole(date.group(1)),
                        joint,
                        Numerals.whole(date.group(2)),
                        joint,
                        Numerals.whole(date.group(3)));
    }

    private static int number(MatchResult date, int group) {
        return Integer.parseInt(date.group(group));
    }
}
