package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;

/// Figures with a colon: 1:20 h and 1:20:05 are durations, "ratio 1:20" and 1:5 are ratios, any
/// other 1:20 is a time of day.
final class Times {
    private static final String COLONS =
            "(?<![\\w:.])(\\d{1,3}):(\\d{1,3})(?::(\\d\\d))?(?![:.]?\\d)";
    private static final String RATIO_WORDS =
            "(?i)\\b(ratio|ratio of|mix|mixed|scale|dilute|diluted|gear|proportion) ";

    private Times() {}

    static List<UnaryOperator<String>> rules() {
        return List.of(
                Rule.of(
                        "(?<=\\d)\\s?([ap])(?:m\\b|\\.m\\.)",
                        m -> m.group(1).equals("a") ? "AM" : "PM"),
                Rule.of(RATIO_WORDS + "(\\d+):(\\d+)", m -> m.group(1) + " " + ratio(m, 2)),
                Rule.of(
                        COLONS + "\\s?(?:h|hrs?|hours?)\\b",
                        m -> duration(m, List.of("hour", "minute", "second"))),
                Rule.of(
                        COLONS + "\\s?(?:min|minutes?)\\b",
                        m -> duration(m, List.of("minute", "second", "hundredth"))),
                Rule.of(COLONS, Times::withoutUnit));
    }

    private static String withoutUnit(MatchResult time) {
        if (time.group(3) != null) {
            return duration(time, List.of("hour", "minute", "second"));
        }
        return isTimeOfDay(time) ? timeOfDay(time) : ratio(time, 1);
    }

    private static boolean isTimeOfDay(MatchResult time) {
        return time.group(2).length() == 2
                && Integer.parseInt(time.group(1)) < 24
                && Integer.parseInt(time.group(2)) < 60;
    }

    private static String timeOfDay(MatchResult time) {
        return cardinal(time.group(1)) + " " + Numerals.whole(time.group(2));
    }

    private static String ratio(MatchResult ratio, int group) {
        return Numerals.whole(ratio.group(group)) + " to " + Numerals.whole(ratio.group(group + 1));
    }

    private static String duration(MatchResult time, List<String> units) {
        StringBuilder words = new StringBuilder();
        for (int part = 1; part <= 3; part++) {
            String figures = time.group(part);
            if (figures != null) {
                words.append(part == 1 ? "" : " ").append(count(figures, units.get(part - 1)));
            }
        }
        return words.toString();
    }

    private static String count(String figures, String unit) {
        return cardinal(figures) + " " + unit + (Integer.parseInt(figures) == 1 ? "" : "s");
    }

    private static String cardinal(String figures) {
        return Numerals.cardinal(Integer.parseInt(figures));
    }
}
