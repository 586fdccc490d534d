package dev.andon.node.saying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.command.Commands;
import dev.andon.node.handover.Handovers;
import dev.andon.node.procedure.Procedures;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("%(\\d)\\$[sd]");

    @ParameterizedTest
    @ValueSource(classes = {Commands.class, Procedures.class, Handovers.class})
    void sayTheSameInEveryLanguage(Class<?> room) {
        Words english = Words.beside(room, "en");
        for (String language : Set.of("fr", "de")) {
            Words other = Words.beside(room, language);
            assertThat(new TreeSet<>(other.keys())).isEqualTo(new TreeSet<>(english.keys()));
            for (String key : english.keys()) {
                assertThat(other.format(key)).as(key).isNotBlank();
                assertThat(places(other.format(key)))
                        .as(key)
                        .isEqualTo(places(english.format(key)));
            }
        }
    }

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

    private static Set<String> places(String format) {
        assertThat(format.replaceAll(PLACE.pattern(), "")).doesNotContain("%");
        return PLACE.matcher(format)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
