package dev.andon.knowledge.answer.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LeadingCodesTest {
    @Test
    void readsOneOrMoreCodesAtTheBeginning() {
        assertThat(LeadingCodes.of("M8 - turn flood coolant on").codes()).containsExactly("M8");
        assertThat(LeadingCodes.of("11.6.7 M7, M8 and M9 Coolant").codes())
                .containsExactlyInAnyOrder("M7", "M8", "M9");
        assertThat(LeadingCodes.of("MAX_SPEED = 5 - The highest speed").codes())
                .containsExactly("MAXSPEED");
    }

    @Test
    void readsTheCodesBetweenTwo() {
        LeadingCodes codes = LeadingCodes.of("G54-G59.3 Select Coordinate System");
        assertThat(codes.has("G56")).isTrue();
        assertThat(codes.has("g59.1")).isTrue();
        assertThat(codes.has("G60")).isFalse();
        assertThat(codes.has("M56")).isFalse();
    }

    @Test
    void readsNoCodeThatIsOnlyMentioned() {
        assertThat(LeadingCodes.of("Program M8 to turn the coolant on").isEmpty()).isTrue();
        assertThat(LeadingCodes.of("").isEmpty()).isTrue();
    }

    @Test
    void knowsWhatIsSetOffBySigns() {
        assertThat(LeadingCodes.of("M8 - turn on").defined()).isTrue();
        assertThat(LeadingCodes.of("M3 [$n] - start").defined()).isTrue();
        assertThat(LeadingCodes.of("G8 is default at power up.").defined()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M68 E- Q-", "G64 <P- <Q->>", "latency-plot --hal [Options]"})
    void tellsTheFormOfACommand(String line) {
        assertThat(UsageLine.is(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M68 - set an analog output immediately.",
                "P- is the tolerance of the path.",
                "Tighten the bolts crosswise."
            })
    void takesNoDescriptionForAForm(String sentence) {
        assertThat(UsageLine.is(sentence)).isFalse();
    }
}
