package dev.andon.node.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.handover.Sayings.Language;
import dev.andon.protocol.fact.MilestoneFact.Moment;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class SayingsTest {
    private static final Pattern PLACE = Pattern.compile("%(\\d)\\$s");
    private static final ResourceBundle ENGLISH = Sayings.bundle(Language.EN);

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysTheSameInEveryLanguage(Language language) {
        ResourceBundle bundle = Sayings.bundle(language);
        assertThat(bundle.keySet()).isEqualTo(ENGLISH.keySet());
        bundle.keySet()
                .forEach(
                        key -> {
                            assertThat(bundle.getString(key)).as(key).isNotBlank();
                            assertThat(places(bundle.getString(key)))
                                    .as(key)
                                    .isEqualTo(places(ENGLISH.getString(key)));
                        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void knowsWhatEveryMomentAndEveryWaitIsCalled(Language language) {
        Sayings words = Sayings.of(language);
        for (Moment moment : Moment.values()) {
            assertThat(words.name(moment)).isNotBlank();
        }
        for (Wait wait : Wait.values()) {
            assertThat(words.name(wait)).isNotBlank();
        }
    }

    @Test
    void saysLengthsInHoursAndMinutes() {
        Sayings words = Sayings.of(Language.EN);
        assertThat(words.length(0)).isEqualTo("0 minutes");
        assertThat(words.length(60_000)).isEqualTo("1 minute");
        assertThat(words.length(3_600_000)).isEqualTo("1 hour");
        assertThat(words.length(11_460_000)).isEqualTo("3 hours 11 minutes");
        assertThat(words.length(-5)).isEqualTo("0 minutes");
        assertThat(Sayings.of(Language.DE).length(7_260_000)).isEqualTo("2 Stunden 1 Minute");
    }

    private static Set<String> places(String format) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(format);
        while (place.find()) {
            places.add(place.group(1));
        }
        assertThat(format.replaceAll(PLACE.pattern(), "")).doesNotContain("%");
        return places;
    }
}
