package dev.andon.node.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/// A time as a person types it: `14:05` (the last time that it was so), `2026-03-14T14:05`, or with
/// its offset, `2026-03-14T14:05+01:00`. Without an offset it is the time of this computer's zone.
///
/// @param at UTC milliseconds
record GivenTime(long at) {
    static final String HELP = "14:05, 2026-03-14T14:05 or with an offset (default: now).";

    /// A time of day that lies a little ahead is today's all the same: clocks differ.
    private static final int AHEAD_MINUTES = 5;

    static GivenTime parse(String text, LocalDateTime now, ZoneId zone) {
        if (text.matches("\\d{1,2}:\\d{2}(:\\d{2})?")) {
            LocalTime time = LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
            LocalDate today = now.toLocalDate();
            boolean ahead = LocalDateTime.of(today, time).isAfter(now.plusMinutes(AHEAD_MINUTES));
            return of(LocalDateTime.of(ahead ? today.minusDays(1) : today, time), zone);
        }
        return text.matches(".*(?:Z|[+-]\\d{2}:?\\d{2})")
                ? new GivenTime(OffsetDateTime.parse(text).toInstant().toEpochMilli())
                : of(LocalDateTime.parse(text.replace(' ', 'T')), zone);
    }

    private static GivenTime of(LocalDateTime local, ZoneId zone) {
        Instant instant = local.atZone(zone).toInstant();
        return new GivenTime(instant.toEpochMilli());
    }

    static @Nullable Long millis(@Nullable GivenTime time) {
        return time == null ? null : time.at();
    }

    /// For options.
    static final class Converter implements ITypeConverter<GivenTime> {
        @Override
        public GivenTime convert(String text) {
            try {
                ZoneId zone = ZoneId.systemDefault();
                return parse(text, LocalDateTime.now(zone), zone);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'%s' is no time. Write 14:05, 2026-03-14T14:05 or 2026-03-14T14:05+01:00."
                                .formatted(text));
            }
        }
    }
}
