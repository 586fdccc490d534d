package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.HealthFact;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What the node makes of the hub's clock and of its own.
class HubTimeTest {
    private static final Offset<Long> BOUND = Offset.offset(25L);

    private final List<Fact> told = new ArrayList<>();
    private final Ticking clock = new Ticking();
    private final HubTime time = new HubTime(clock, told::add);

    private static final class Ticking implements NodeClock {
        private long at = 1_700_000_000_000L;
        private long up = 50_000;

        void pass(long ms) {
            at += ms;
            up += ms;
        }

        @Override
        public long at() {
            return at;
        }

        @Override
        public String boot() {
            return "boot";
        }

        @Override
        public long upMs() {
            return up;
        }
    }

    private long hub(long offset) {
        return clock.at + offset;
    }

    @Test
    void knowsNothingBeforeTheFirstAnswer() {
        assertThat(time.reading()).isNull();
        assertThat(time.offsetMs()).isNull();
        assertThat(time.now()).isEqualTo(clock.at);
    }

    @Test
    void takesTheMiddleBetweenQuestionAndAnswer() {
        long written = hub(300);
        clock.pass(20);
        time.heard(written, 0, 40);
        assertThat(time.offsetMs()).isCloseTo(300L, BOUND);
    }

    @Test
    void prefersTheShortTripToTheLongOne() {
        time.heard(hub(300), 0, 10);
        clock.pass(1000);
        time.heard(hub(300 - 900), 0, 4000);
        assertThat(time.offsetMs()).isCloseTo(300L, BOUND);
    }

    @Test
    void putsTheTimeOfAnEarlierEventRightWhateverWasSetMeanwhile() {
        long up = clock.up;
        long truth = hub(0) + 420_000;
        clock.at += 420_000;
        clock.pass(5000);
        time.heard(hub(0), 0, 10);
        assertThat(time.reading().trueTime(up)).isCloseTo(truth, BOUND);
    }

    @Test
    void followsAHubThatWasSet() {
        time.heard(hub(0), 0, 10);
        clock.pass(1000);
        time.heard(hub(60_000), 0, 1000);
        assertThat(time.offsetMs()).isCloseTo(60_000L, Offset.offset(600L));
    }

    @Test
    void passesOverAnAnswerThatCameLate() {
        long old = hub(0);
        clock.pass(5000);
        time.heard(hub(0), 0, 10);
        time.heard(old, 0, 10);
        assertThat(time.offsetMs()).isCloseTo(0L, BOUND);
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOnceThatItsClockIsWrongAndOnceThatItIsRightAgain() {
        time.heard(hub(420_000), 0, 10);
        clock.pass(1000);
        time.heard(hub(420_000), 0, 10);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .isInstanceOfSatisfying(
                        HealthFact.class,
                        fact -> {
                            assertThat(fact.subject()).isEqualTo("clock");
                            assertThat(fact.state()).isEqualTo("degraded");
                            assertThat(fact.detail()).contains("slow by 420.0 s");
                        });
        clock.at += 420_000;
        time.look();
        clock.pass(1000);
        time.heard(hub(0), 0, 10);
        assertThat(told.getLast()).isEqualTo(new HealthFact("clock", "ok", null));
    }

    @Test
    void noticesThatTheWallClockWasSet() {
        time.look();
        clock.pass(3000);
        time.look();
        assertThat(told).isEmpty();
        clock.at -= 60_000;
        time.look();
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        HealthFact.class,
                        fact -> assertThat(fact.detail()).contains("set back by 60.0 s"));
    }

    @Test
    void isNotAlarmedByAClockThatIsSlewed() {
        time.look();
        for (int i = 0; i < 100; i++) {
            clock.pass(1000);
            clock.at += 100;
            time.look();
        }
        assertThat(told).isEmpty();
    }
}
