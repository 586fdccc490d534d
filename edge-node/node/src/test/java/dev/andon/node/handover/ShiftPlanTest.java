package dev.andon.node.handover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

class ShiftPlanTest {
    private static final ShiftPlan PLAN =
            new ShiftPlan(
                    List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)),
                    ZoneId.of("Europe/Berlin"));

    /// In 2026 the clocks change on 29 March and on 25 October, in the night shift.
    @ParameterizedTest
    @CsvSource({
        "2026-06-23T08:00+02:00, 2026-06-23T06:00+02:00, 2026-06-23T14:00+02:00, 8",
        "2026-06-23T06:00+02:00, 2026-06-23T06:00+02:00, 2026-06-23T14:00+02:00, 8",
        "2026-06-23T03:00+02:00, 2026-06-22T22:00+02:00, 2026-06-23T06:00+02:00, 8",
        "2026-03-29T01:00+01:00, 2026-03-28T22:00+01:00, 2026-03-29T06:00+02:00, 7",
        "2026-03-29T05:00+02:00, 2026-03-28T22:00+01:00, 2026-03-29T06:00+02:00, 7",
        "2026-10-25T02:30+01:00, 2026-10-24T22:00+02:00, 2026-10-25T06:00+01:00, 9",
    })
    void hasTheHoursThatAShiftReallyHas(String moment, String from, String to, int hours) {
        Window shift = PLAN.at(ms(moment));
        assertThat(shift).isEqualTo(new Window(ms(from), ms(to)));
        assertThat(shift.ms()).isEqualTo(hours * 3_600_000L);
    }

    @Test
    void beginsAShiftLaterThatTheClockJumpsOver() {
        ShiftPlan plan =
                new ShiftPlan(
                        List.of(LocalTime.of(2, 30), LocalTime.of(14, 30)),
                        ZoneId.of("Europe/Berlin"));
        assertThat(plan.at(ms("2026-03-29T12:00+02:00")).from())
                .isEqualTo(ms("2026-03-29T03:30+02:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-23T14:29+02:00, 2026-06-23T06:00+02:00, 2026-06-23T14:00+02:00",
        "2026-06-23T14:30+02:00, 2026-06-23T14:00+02:00, 2026-06-23T14:30+02:00",
        "2026-06-23T21:59+02:00, 2026-06-23T14:00+02:00, 2026-06-23T21:59+02:00",
    })
    void meansTheShiftBeforeWhileOneHasJustBegun(String now, String from, String to) {
        assertThat(PLAN.handedOver(ms(now))).isEqualTo(new Window(ms(from), ms(to)));
    }

    @Test
    void knowsPlantsWithOneShiftADay() {
        ShiftPlan plan = new ShiftPlan(List.of(LocalTime.of(7, 0)), ZoneId.of("UTC"));
        assertThat(plan.at(ms("2026-06-23T06:59Z")))
                .isEqualTo(new Window(ms("2026-06-22T07:00Z"), ms("2026-06-23T07:00Z")));
    }

    private static long ms(String time) {
        return OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }
}
