package dev.andon.node.dialog;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads when something happened: `ten minutes ago`, `since half past seven`, `just now`.
///
/// A time of the clock is the latest one that has passed: `half past seven`, said at eight in the
/// evening, was half an hour ago. Numbers are digits by then, see [NumbersInWords].
final class SpokenTime {
    private static final int HALF_A_DAY = 12;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int HALF = 30;

    /// "Ten to six", "sept heures moins dix", "zehn vor sechs".
    private static final Pattern BEFORE = Pattern.compile("\\b(?:to|moins|vor)\\b");

    /// Clocks on walls differ by so much from ours.
    private static final Duration AHEAD_MAX = Duration.ofMinutes(2);

    /// Longer ago than that is given by command, with its date.
    private static final Duration AGO_MAX = Duration.ofDays(7);

    /// A mere number is no time: "seven" may be a machine.
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private final Clock clock;

    /// @param clock whose zone is that of the plant's clocks
    SpokenTime(Clock clock) {
        this.clock = clock;
    }

    /// The moment that a whole phrase names, UTC milliseconds; empty if it names none.
    ///
    /// @param phrase in the form of [dev.andon.node.dialog.phrase.Tokens], numbers in digits
    Optional<Long> of(String phrase, String language) {
        TimePatterns patterns = TimePatterns.of(language);
        if (patterns.now().matcher(phrase).matches()) {
            return Optional.of(clock.millis());
        }
        Matcher past = patterns.ago().matcher(phrase);
        if (past.matches()) {
            return ago(past);
        }
        Matcher time = patterns.clock().matcher(phrase);
        return time.matches() && !NUMBER.matcher(phrase).matches()
                ? clockTime(time)
                : Optional.empty();
    }

    private Optional<Long> ago(Matcher past) {
        Duration unit = unit(past.group("unit"));
        Duration ago = times(past.group("n"), unit);
        if (past.group("half") != null && !past.group("half").isEmpty()) {
            ago = ago.plus(unit.dividedBy(2));
        }
        if (past.group("more") != null) {
            ago = ago.plus(times(past.group("more"), Duration.ofMinutes(1)));
        }
        return ago.compareTo(AGO_MAX) > 0
                ? Optional.empty()
                : Optional.of(clock.millis() - ago.toMillis());
    }

    /// So many of a unit; more than can be said where the number is absurd.
    private static Duration times(String said, Duration unit) {
        if (said.matches("\\d+")) {
            long count = said.length() > 5 ? Integer.MAX_VALUE : Long.parseLong(said);
            return count > AGO_MAX.toMinutes() ? AGO_MAX.plusDays(1) : unit.multipliedBy(count);
        }
        if (said.contains("hal") || said.contains("demi")) {
            return unit.dividedBy(2);
        }
        return said.contains("quar") || said.contains("viertel") ? unit.dividedBy(4) : unit;
    }

    private static Duration unit(String unit) {
        return switch (unit) {
            case "hour", "heure", "stunde" -> Duration.ofHours(1);
            case "day", "jour", "tag" -> Duration.ofDays(1);
            default -> Duration.ofMinutes(1);
        };
    }

    private Optional<Long> clockTime(Matcher said) {
        boolean exact = said.group("h").matches("\\D+");
        int hour = hour(said.group("h"));
        int minute = minute(said.group("m"), said.group("m2"));
        if (hour > 24 || minute > 59) {
            return Optional.empty();
        }
        int minutes = minute + shift(said.group("half"));
        boolean yesterday = said.group("day") != null;
        return candidates(hour, exact, said.group("half2"))
                .flatMap(h -> moments(h * 60 + minutes, yesterday))
                .max(Long::compare);
    }

    private static int hour(String said) {
        return switch (said) {
            case "noon", "midi", "mittag" -> HALF_A_DAY;
            case "midnight", "minuit", "mitternacht" -> 0;
            default -> Integer.parseInt(said);
        };
    }

    private static int minute(@Nullable String behind, @Nullable String bare) {
        String said = behind == null ? bare : behind;
        return said == null || said.isEmpty() ? 0 : Integer.parseInt(said);
    }

    /// Minutes that a word puts on the hour: `half past`, `10 to`, `moins le quart`, `5 vor halb`.
    private static int shift(@Nullable String part) {
        if (part == null) {
            return 0;
        }
        boolean before = BEFORE.matcher(part).find();
        int halfBack = part.endsWith("halb") ? -HALF : 0;
        return part.equals("halb") ? -HALF : halfBack + (before ? -1 : 1) * minutes(part);
    }

    private static int minutes(String part) {
        Matcher written = NUMBER.matcher(part);
        if (written.find()) {
            return Integer.parseInt(written.group());
        }
        return part.startsWith("half") || part.endsWith("demie") ? HALF : HALF / 2;
    }

    /// The hours of the day that are meant: up to twelve it may be either half of the day.
    private static Stream<Integer> candidates(int hour, boolean exact, @Nullable String half) {
        if (exact || hour > HALF_A_DAY || hour == 0) {
            return Stream.of(hour);
        }
        int first = hour % HALF_A_DAY;
        if (half == null) {
            return Stream.of(first, first + HALF_A_DAY);
        }
        boolean before =
                List.of("am", "a m", "in the morning", "du matin", "morgens", "vormittags")
                        .contains(half);
        return Stream.of(before ? first : first + HALF_A_DAY);
    }

    /// Today's and yesterday's moments with this minute of the day, as far as they have passed.
    /// When the clocks are set back, an hour of the day comes twice.
    private Stream<Long> moments(int minuteOfDay, boolean yesterday) {
        LocalDate today = LocalDate.now(clock);
        int minute = minuteOfDay < 0 ? minuteOfDay + MINUTES_OF_DAY : minuteOfDay;
        return Stream.of(today.minusDays(1), today)
                .filter(day -> !yesterday || day.isBefore(today))
                .map(day -> ZonedDateTime.of(at(day, minute), clock.getZone()))
                .flatMap(at -> Stream.of(at, at.withLaterOffsetAtOverlap()))
                .map(at -> at.toInstant().toEpochMilli())
                .filter(at -> at <= clock.millis() + AHEAD_MAX.toMillis());
    }

    private static LocalDateTime at(LocalDate day, int minuteOfDay) {
        return day.plusDays(minuteOfDay / MINUTES_OF_DAY)
                .atTime(LocalTime.ofSecondOfDay(minuteOfDay % MINUTES_OF_DAY * 60L));
    }
}
