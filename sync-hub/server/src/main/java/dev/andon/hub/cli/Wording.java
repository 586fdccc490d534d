package dev.andon.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// How times, sizes and words of the API are printed.
final class Wording {
    /// What is not known.
    static final String NONE = "-";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private Wording() {}

    /// `2026-07-01 08:30`, local time.
    static String minute(JsonNode instant) {
        return isThere(instant) ? MINUTE.format(Instant.parse(instant.asText())) : NONE;
    }

    /// `5 min ago`.
    static String ago(JsonNode instant, Instant now) {
        return isThere(instant)
                ? span(Duration.between(Instant.parse(instant.asText()), now)) + " ago"
                : NONE;
    }

    /// `12 s`, `5 min`, `3 h`, `2 d`.
    static String span(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 2 * 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    static String span(JsonNode millis) {
        return isThere(millis) ? span(Duration.ofMillis(millis.asLong())) : NONE;
    }

    /// `12.4 MiB`.
    static String bytes(long bytes) {
        if (bytes < 10_240) {
            return bytes + " B";
        }
        double mib = bytes / 1_048_576.0;
        return mib < 1_024 ? "%.1f MiB".formatted(mib) : "%.1f GiB".formatted(mib / 1_024);
    }

    /// The text, or `-`.
    static String text(JsonNode value) {
        return isThere(value) ? printable(value.asText()) : NONE;
    }

    /// What a node said may hold anything, also what moves a terminal's cursor.
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
