package dev.andon.node.sync;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment as a person tells it: how long it is ago, and when it was.
public final class TimeAgo {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private TimeAgo() {}

    /// `5 min ago (2026-07-01 10:20:30)`.
    ///
    /// @param at UTC milliseconds
    /// @param now likewise
    public static String of(long at, long now) {
        return "%s ago (%s)".formatted(span(Math.max(0, now - at) / 1000), clock(at));
    }

    /// `2026-07-01 10:20:30`, in the time zone of this computer.
    public static String clock(long at) {
        return TIME.format(Instant.ofEpochMilli(at));
    }

    private static String span(long seconds) {
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
    }
}
