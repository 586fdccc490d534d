package dev.andon.knowledge.corpus.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class StemmingTest {
    @ParameterizedTest
    @CsvSource({
        "en, pumps, pump",
        "en, tightening, tighten",
        "en-GB, Lubricated, lubrication",
        "fr, pompes, pompe",
        "fr, l'huile, l\u2019huile",
        "fr, serrée, serrés",
        "fr, Hydrauliques, hydraulique",
        "fr, électrovannes, electrovanne",
        "de, Pumpen, Pumpe",
        "de, Ventile, Ventil",
        "de, Ventilen, Ventils",
        "de, Drücke, Druck",
        "de, Drücken, druecken",
        "de, Ölen, Oelen",
        "de, Maße, Masse",
        "es, válvula, VALVULA",
    })
    void makesOneWordOfTwoForms(String language, String one, String other) {
        Stemming stemming = Stemming.of(language);
        assertThat(stemming.stems(one)).isEqualTo(stemming.stems(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, pump, pumice", "fr, porte, poste", "de, Schraube, Schrank", "de, Kette, Kitt"})
    void keepsDifferentWordsApart(String language, String one, String other) {
        Stemming stemming = Stemming.of(language);
        assertThat(stemming.stems(one)).isNotEqualTo(stemming.stems(other));
    }

    @Test
    void dividesAtWhatIsNoLetterAndNoDigit() {
        assertThat(Stemming.NONE.stems("d'huile (E-42, hm2_5i25) 10 N·m"))
                .isEqualTo(List.of("d", "huile", "e", "42", "hm2", "5i25", "10", "n", "m"));
        assertThat(Stemming.NONE.stems(" -- ")).isEmpty();
    }

    @Test
    void readsAComposedAndADecomposedAccentAlike() {
        assertThat(Stemming.GERMAN.stems("Tu\u0308r")).isEqualTo(Stemming.GERMAN.stems("T\u00fcr"));
    }

    @Test
    void readsATextOfUnknownLanguageAsEnglish() {
        assertThat(Stemming.of(null)).isEqualTo(Stemming.ENGLISH);
        assertThat(Stemming.of("und")).isEqualTo(Stemming.ENGLISH);
        assertThat(Stemming.of("ja")).isEqualTo(Stemming.NONE);
    }
}
