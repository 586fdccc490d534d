package dev.andon.node.stt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "7, seven",
        "13, thirteen",
        "40, forty",
        "42, forty two",
        "100, one hundred",
        "412, four hundred twelve",
        "905, nine hundred five",
        "1000, one thousand",
        "12345, twelve thousand three hundred forty five",
        "07, zero seven",
        "1234567, one two three four five six seven"
    })
    void saysANumberAsPeopleDo(String digits, String words) {
        assertThat(NumberWords.of(digits)).isEqualTo(words);
    }

    @Test
    void saysDigitByDigit() {
        assertThat(NumberWords.digitByDigit("412")).isEqualTo("four one two");
    }
}
