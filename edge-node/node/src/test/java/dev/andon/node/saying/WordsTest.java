package dev.andon.node.saying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.handover.Handovers;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "de"})
    void knowWhatEveryMomentAndEveryWaitIsCalled(String language) {
        Words words = Words.beside(Handovers.class, language);
        for (Moment moment : Moment.values()) {
            assertThat(words.name(moment)).isNotBlank();
        }
        for (Wait wait : Wait.values()) {
            assertThat(words.name(wait)).isNotBlank();
        }
    }

    @Test
    void sayLengthsInHoursAndMinutes() {
        Words words = Words.beside(Handovers.class, "en");
        assertThat(words.length(0)).isEqualTo("0 minutes");
        assertThat(words.length(60_000)).isEqualTo("1 minute");
        assertThat(words.length(3_600_000)).isEqualTo("1 hour");
        assertThat(words.length(11_460_000)).isEqualTo("3 hours 11 minutes");
        assertThat(words.length(-5)).isEqualTo("0 minutes");
        assertThat(Words.beside(Handovers.class, "de").length(7_260_000))
                .isEqualTo("2 Stunden 1 Minute");
    }
}
