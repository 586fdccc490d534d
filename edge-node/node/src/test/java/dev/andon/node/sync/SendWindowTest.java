package dev.andon.node.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.protocol.Ack.Range;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The bookkeeping of what is under way.
class SendWindowTest {
    private final SendWindow window = new SendWindow(Pace.USUAL);

    @Test
    void beginsNarrowAndWidensWithProgress() {
        window.sent(1, 10, 0);
        assertThat(window.full()).isTrue();
        assertThat(window.heard(10, 5)).isTrue();
        window.sent(11, 20, 6);
        assertThat(window.full()).isFalse();
        for (int batch = 2; batch < 40; batch++) {
            window.sent(batch * 10 + 1, batch * 10 + 10, 7);
            window.heard(batch * 10 + 10, 8);
        }
        for (int i = 0; i < SendWindow.BATCHES_MAX; i++) {
            assertThat(window.full()).isFalse();
            window.sent(1000 + i, 1000 + i, 9);
        }
        assertThat(window.full()).isTrue();
    }

    @Test
    void isSilentOnlyWithSomethingUnderWay() {
        assertThat(window.silent(100_000)).isFalse();
        window.sent(1, 1, 100_000);
        assertThat(window.silent(103_000)).isFalse();
        assertThat(window.silent(103_001)).isTrue();
        window.rewind();
        assertThat(window.silent(200_000)).isFalse();
    }

    @Test
    void waitsLongerForASilentHubAndNeverForEver() {
        for (int i = 0; i < 10; i++) {
            window.sent(1, 1, 0);
            window.rewind();
        }
        window.sent(1, 1, 0);
        assertThat(window.silent(29_999)).isFalse();
        assertThat(window.silent(30_001)).isTrue();
    }

    @Test
    void goesBackToTheHubsMark() {
        window.sent(1, 100, 0);
        window.sent(101, 200, 0);
        window.heard(100, 1);
        window.rewind();
        assertThat(window.cursor()).isEqualTo(100);
        assertThat(window.empty()).isTrue();
    }

    @Test
    void ignoresAnOldWordThatComesLate() {
        window.sent(1, 100, 0);
        window.heard(100, 1);
        assertThat(window.heard(40, 2)).isFalse();
        assertThat(window.committed()).isEqualTo(100);
    }

    @Test
    void believesAHubThatGoesOnSayingLess() {
        window.sent(1, 100, 0);
        window.heard(100, 1);
        window.heard(40, 1000);
        assertThat(window.heard(40, 5000)).isFalse();
        assertThat(window.heard(40, 11_001)).isTrue();
        assertThat(window.committed()).isEqualTo(40);
    }

    @Test
    void repeatsWhatIsMissingOnceItIsNotOnItsWayAnyMore() {
        window.sent(1, 100, 0);
        window.sent(101, 200, 0);
        window.lacks(List.of(new Range(1, 100), new Range(500, 600)));
        assertThat(window.due(999)).isEmpty();
        assertThat(window.due(1000)).containsExactly(new Range(1, 100));
        window.sent(1, 100, 1000);
        assertThat(window.due(1500)).isEmpty();
        assertThat(window.due(2000)).containsExactly(new Range(1, 100));
        window.heard(200, 2001);
        assertThat(window.due(5000)).isEmpty();
    }

    @Test
    void waitsLongerForWhatIsMissingWhileBatchesTakeLong() {
        window.sent(1, 100, 0);
        window.heard(100, 4_000);
        window.sent(101, 200, 4_000);
        window.sent(201, 300, 4_000);
        window.lacks(List.of(new Range(101, 200)));
        assertThat(window.due(11_999)).isEmpty();
        assertThat(window.due(12_000)).containsExactly(new Range(101, 200));
    }
}
