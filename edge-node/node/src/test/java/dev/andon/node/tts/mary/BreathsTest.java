package dev.andon.node.tts.mary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreathsTest {
    @Test
    void takesASentenceAtATime() {
        assertThat(Breaths.of("Stop. Is it off? Wait"))
                .containsExactly("Stop.", "Is it off?", "Wait");
    }

    @Test
    void cutsALongSentenceAtACommaElseAtABlank() {
        String clause = "a ".repeat(100).strip();

        assertThat(Breaths.of(clause + ", " + clause)).containsExactly(clause + ",", clause);
        assertThat(Breaths.of("a ".repeat(400)))
                .allSatisfy(breath -> assertThat(breath).hasSizeLessThan(301).doesNotEndWith(" "));
    }

    @Test
    void cutsAWordThatIsTooLong() {
        assertThat(Breaths.of("a".repeat(700))).hasSize(3);
    }

    @Test
    void losesNoWord() {
        String words = "one two three, four. five six? ".repeat(40).strip();

        assertThat(String.join(" ", Breaths.of(words))).isEqualTo(words);
    }

    @Test
    void holdsNoBreathWithoutALetter() {
        assertThat(Breaths.of(" . , ? . ")).isEmpty();
    }
}
