package dev.andon.knowledge.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Set it to 6.5 bar.",
                "See page 5.",
                "Turn it by forty-five degrees.",
                "Turn the second screw.",
                "Do it twice: step one, then the rest.",
                "Half a turn to the left, ½ at most.",
                "Stellen Sie zwanzig Bar ein.",
                "Serrez à vingt newton mètres.",
                "Mode Ⅳ is the right one.",
            })
    void findsOneHoweverItIsWritten(String text) {
        assertThat(AnyNumber.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Look at the seal behind the guard.",
                "A loose hose lets air into the pump, and the table sinks.",
                "Regardez le joint derrière le carter.",
                "Die Dichtung hinter der Haube ist verschlissen.",
            })
    void findsNoneWhereThereIsNone(String text) {
        assertThat(AnyNumber.in(text)).isFalse();
    }
}
