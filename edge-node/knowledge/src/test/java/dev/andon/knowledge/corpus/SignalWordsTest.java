package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Signal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalWordsTest {
    @ParameterizedTest
    @CsvSource({
        "DANGER High voltage., DANGER, High voltage.",
        "WARNING: Hot oil., WARNING, Hot oil.",
        "⚠ CAUTION! Sharp., CAUTION, Sharp.",
        "Note: Wait., NOTICE, Wait.",
        "CAUTION ⚠ Sharp., CAUTION, Sharp.",
        "NOTICE, NOTICE, ''",
        "AVERTISSEMENT – Attendez., WARNING, Attendez.",
        "Attention : chaud., CAUTION, chaud.",
        "Remarque : voir 3., NOTICE, voir 3.",
        "GEFAHR Hochspannung., DANGER, Hochspannung.",
        "VORSICHT: heiß, CAUTION, heiß",
        "Hinweis: Öl prüfen., NOTICE, Öl prüfen."
    })
    void aSignalWordBeginsANotice(String text, Signal signal, String rest) {
        assertThat(SignalWords.notice(text, PageRef.NONE))
                .contains(new Notice(signal, rest, PageRef.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Warning lamps are red.",
                "Note the position.",
                "See WARNING above.",
                "NOTES",
                "DANGERous",
                "WARNING-LAMP off"
            })
    void otherTextDoesNot(String text) {
        assertThat(SignalWords.notice(text, PageRef.NONE)).isEmpty();
    }
}
