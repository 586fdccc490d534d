package dev.andon.node.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.dialog.phrase.Tokens;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersInWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | half past seven | half past 7
                    en | step four hundred and twelve done | step 412 done
                    en | oh four two | 042
                    en | an hour and the belt | an hour and the belt
                    fr | vingt et un minutes | 21 minutes
                    fr | il y a cinquante-neuf minutes | il y a 59 minutes
                    fr | dix-sept heures | 17 heures
                    fr | une heure | une heure
                    de | vor fünfundzwanzig Minuten | vor 25 minuten
                    de | einundfünfzig | 51
                    de | dreißig | 30
                    de | eine Stunde | eine stunde
                    """)
    void writesTheNumbersAmongWordsInDigits(String language, String said, String written) {
        assertThat(String.join(" ", NumbersInWords.inDigits(Tokens.of(said), language)))
                .isEqualTo(written);
    }
}
