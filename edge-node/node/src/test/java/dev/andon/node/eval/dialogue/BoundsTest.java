package dev.andon.node.eval.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void saysHowOftenItMayHappenThoughItNeverDid() {
        assertThat(new Bounds(0, 300).upper()).isCloseTo(0.00994, within(0.00001));
        assertThat(new Bounds(0, 300).lower()).isZero();
        assertThat(new Bounds(300, 300).lower()).isCloseTo(0.99006, within(0.00001));
        assertThat(new Bounds(0, 0).upper()).isEqualTo(1);
    }

    /// As E. B. Wilson's formula gives them for 81 of 263 (R. Newcombe, 1998).
    @Test
    void boundsAShareByWilson() {
        Bounds bounds = new Bounds(81, 263);
        assertThat(bounds.lower()).isCloseTo(0.2553, within(0.0001));
        assertThat(bounds.upper()).isCloseTo(0.3662, within(0.0001));
    }
}
