package dev.andon.knowledge.corpus.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramDetectorTest {
    private static final NgramDetector DETECTOR = new NgramDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Close the main valve, and wait until the pressure gauge of the press shows"
                        + " zero.",
                "fr | Fermez la vanne principale et attendez que le manomètre de la presse indique"
                        + " zéro.",
                "de | Schließen Sie das Hauptventil und warten Sie, bis das Manometer null"
                        + " anzeigt.",
                "it | Chiudere la valvola principale e attendere che il manometro della pressa"
                        + " indichi zero.",
                "ar | أغلق الصمام الرئيسي وانتظر حتى يشير مقياس الضغط في المكبس إلى الصفر تماما.",
            })
    void tellsTheLanguageOfASentence(String language, String text) {
        assertThat(DETECTOR.language(text)).isEqualTo(language);
    }

    @Test
    void isNotSureOfCodesAndNamesAndMixtures() {
        assertThat(DETECTOR.language("")).isNull();
        assertThat(DETECTOR.language("Ram encoder")).isNull();
        assertThat(DETECTOR.language("E-421 M8x20 6ES7 315-2EH14 ".repeat(50))).isNull();
    }
}
