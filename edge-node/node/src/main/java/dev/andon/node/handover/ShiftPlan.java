package dev.andon.node.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/// When shifts begin. A shift ends when the next begins, so that one in which the clocks change has
/// the hours that it really has.
///
/// @param starts by the clock on the wall, at least one
/// @param zone of that clock
public record ShiftPlan(List<LocalTime> starts, ZoneId zone) {
    /// Whoever asks so early in a shift means the one before.
    static final Duration JUST_BEGUN = Duration.ofMinutes(30);

    public ShiftPlan {
        starts = List.copyOf(starts);
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("a day has at least one shift");
        }
    }

    /// The shift of a moment, whole.
    public Window at(long moment) {
        LocalDate day = Instant.ofEpochMilli(moment).atZone(zone).toLocalDate();
        List<Long> begins =
                Stream.of(day.minusDays(1), day, day.plusDays(1), day.plusDays(2))
                        .flatMap(each -> starts.stream().map(start -> begin(each, start)))
                        .sorted()
                        .distinct()
                        .toList();
        int next = 0;
        while (begins.get(next) <= moment) {
            next++;
        }
        return new Window(begins.get(next - 1), begins.get(next));
    }

    /// What is meant by the handover now: the shift so far, or, just after it began, the one
    // before.
    public Window handedOver(long now) {
        Window shift = at(now);
        return now - shift.from() < JUST_BEGUN.toMillis()
                ? at(shift.from() - 1)
                : new Window(shift.from(), now);
    }

    /// A start that the clock jumps over comes as much later.
    private long begin(LocalDate day, LocalTime start) {
        return ZonedDateTime.of(day, start, zone).toInstant().toEpochMilli();
    }
}
