package dev.andon.knowledge.corpus.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class CompoundsTest {
    private static final Compounds COMMON = Compounds.of(List.of());

    @ParameterizedTest
    @CsvSource({
        "Hydraulikpumpe, Pumpe",
        "Anzugsdrehmoment, Drehmoment",
        "Sicherheitsventile, Ventil",
        "Keilriemenspannung, Spannung",
        "Schmierstofftank, Tank",
        "Werkzeugwechsel, Wechsel",
        "Werkzeugwechsel, Werkzeug",
        "Schutztürschalter, Schalter",
    })
    void knowsTheParts(String compound, String part) {
        assertThat(parts(compound, Compounds.of(stems("Keil Keilriemen Tank"))))
                .containsAll(stems(part));
    }

    @Test
    void cutsByTheWordsOfTheManual() {
        assertThat(parts("Stößelkopf", COMMON)).isEmpty();
        assertThat(parts("Stößelkopf", Compounds.of(stems("der Stößel"))))
                .containsAll(stems("Stößel Kopf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pumpe",
                "Ventil",
                "Motoren",
                "Drehmoment",
                "Verzeichnis",
                "überprüfen",
                "Spannung"
            })
    void leavesSimpleWordsWhole(String word) {
        assertThat(parts(word, COMMON)).doesNotContain("zeich", "rehm").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void bearsAWordWithoutEnd() {
        assertThat(parts("pumpen".repeat(10_000), COMMON)).isEmpty();
    }

    private static List<String> parts(String word, Compounds compounds) {
        return List.copyOf(compounds.parts(stems(word).getFirst()));
    }

    private static List<String> stems(String text) {
        return Stemming.GERMAN.stems(text);
    }
}
