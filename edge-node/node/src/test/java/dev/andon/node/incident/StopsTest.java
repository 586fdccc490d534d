package dev.andon.node.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.fact.MilestoneFact.Moment;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Which incidents are one stop; the times are seconds.
class StopsTest {
    private static final Stops STOPS = Stops.USUAL;

    @ParameterizedTest
    @CsvSource({
        // restored, the next stop, one stop, re-opened
        "600,4200.000,true,true",
        "600,4200.001,false,false",
        "600,600,true,true",
        "600,599,true,false",
        ",100000,true,false",
    })
    void joinsWhatStopsAgainWithinTheHour(
            @Nullable Double restored, double next, boolean one, boolean reopened) {
        List<Stop> stops =
                STOPS.of(List.of(incident("b", "E-42", next, next + 900), first(restored)));

        assertThat(stops).hasSize(one ? 1 : 2);
        assertThat(stops.getFirst().from()).isZero();
        assertThat(stops.getFirst().reopened()).isEqualTo(reopened);
        if (one && restored != null) {
            assertThat(stops.getFirst().to()).isEqualTo(ms(next + 900));
        }
    }

    @Test
    void goesOnAlongTheChain() {
        List<Stop> stops =
                STOPS.of(
                        List.of(
                                incident("a", "E-42", 0, 60d),
                                incident("b", "E-42", 3600, 3660d),
                                incident("c", "E-42", 7200, 7260d)));

        assertThat(stops).hasSize(1);
        assertThat(stops.getFirst().micro()).isFalse();
        assertThat(stops.getFirst().parts())
                .extracting(Incident::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void measuresFromTheLastEndOfAll() {
        List<Stop> stops =
                STOPS.of(
                        List.of(
                                incident("a", "E-42", 0, 10_000d),
                                incident("b", "E-42", 10, 20d),
                                incident("c", "E-42", 13_600, null)));

        assertThat(stops).hasSize(1);
        assertThat(stops.getFirst().to()).isNull();
        assertThat(stops.getFirst().reopened()).isTrue();
    }

    @Test
    void keepsMachinesAndFaultsApart() {
        Incident other = incident("c", "E-42", 70, 80d);
        List<Stop> stops =
                STOPS.of(
                        List.of(
                                incident("a", "E-42", 0, 60d),
                                incident("b", "E-17", 61, 70d),
                                on("press-4", other),
                                incident("d", null, 90, 100d),
                                incident("e", null, 110, 120d)));

        assertThat(stops)
                .extracting(stop -> stop.parts().stream().map(Incident::id).toList())
                .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d", "e"));
    }

    @ParameterizedTest
    @CsvSource({"299.999,true", "300,false", "0,true", "-1,false", ",false"})
    void marksWhatIsTooShortToCount(@Nullable Double restored, boolean micro) {
        assertThat(STOPS.of(List.of(first(restored))))
                .extracting(Stop::micro)
                .containsExactly(micro);
    }

    @Test
    void joinsBeforeItMeasures() {
        List<Incident> twoMinutesEach =
                List.of(incident("a", "E-42", 0, 120d), incident("b", "E-42", 200, 320d));

        assertThat(STOPS.of(twoMinutesEach)).extracting(Stop::micro).containsExactly(false);
        assertThat(new Stops(Duration.ZERO, Duration.ofMinutes(5)).of(twoMinutesEach))
                .extracting(Stop::micro)
                .containsExactly(true, true);
    }

    @Test
    void beginsWithTheFailureElseWithItsDetection() {
        Incident noticed = incident("a", "E-42", 60, 600d);
        Incident failed =
                noticed.with(new Milestone(3, Moment.FAILED, 0, null, Source.MACHINE, false));

        assertThat(STOPS.of(List.of(noticed)).getFirst().from()).isEqualTo(ms(60));
        assertThat(STOPS.of(List.of(failed)).getFirst().from()).isZero();
    }

    @Test
    void countsNothingThatWasWithdrawnAndJoinsNothingWithoutABegin() {
        Incident withdrawn = incident("a", "E-42", 0, 60d).withdraw();
        Incident unsaid =
                withMilestones(
                        "b",
                        "E-42",
                        List.of(new Milestone(1, Moment.RESTORED, 0, null, Source.SAID, false)));

        List<Stop> stops = STOPS.of(List.of(withdrawn, unsaid, incident("c", "E-42", 1, null)));

        assertThat(stops)
                .extracting(stop -> stop.parts().getFirst().id())
                .containsExactly("c", "b");
        assertThat(stops.getLast().from()).isNull();
    }

    @Test
    void namesTheIncidentThatEachContinues() {
        Incident first = incident("a", "E-42", 0, 60d);
        Incident second = incident("b", "E-42", 100, 110d);

        StopMarks marks = StopMarks.of(STOPS, List.of(second), List.of(first));

        assertThat(marks.of("a")).isEqualTo(new StopMark(null, true));
        assertThat(marks.of("b")).isEqualTo(new StopMark("a", true));
        assertThat(marks.of("unknown")).isEqualTo(StopMark.NONE);
    }

    private static Incident first(@Nullable Double restored) {
        return incident("a", "E-42", 0, restored);
    }

    private static Incident incident(
            String id, @Nullable String fault, double declared, @Nullable Double restored) {
        List<Milestone> milestones = new ArrayList<>();
        milestones.add(new Milestone(1, Moment.DECLARED, ms(declared), null, Source.SAID, false));
        if (restored != null) {
            milestones.add(
                    new Milestone(2, Moment.RESTORED, ms(restored), null, Source.SAID, false));
        }
        return withMilestones(id, fault, milestones);
    }

    private static Incident withMilestones(
            String id, @Nullable String fault, List<Milestone> milestones) {
        return new Incident(
                id,
                1,
                "press-3",
                null,
                fault,
                null,
                null,
                Origin.VOICE,
                false,
                0,
                "",
                milestones,
                List.of());
    }

    private static Incident on(String machine, Incident other) {
        return new Incident(
                other.id(),
                1,
                machine,
                null,
                other.fault(),
                null,
                null,
                Origin.VOICE,
                false,
                0,
                "",
                other.milestones(),
                List.of());
    }

    private static long ms(double seconds) {
        return Math.round(seconds * 1000);
    }
}
