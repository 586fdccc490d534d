package dev.andon.node.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyWordsTest {
    private static final String ON_THE_SCREEN = "The answer is on the screen.";

    @Test
    void speaksWordsThatSayNoNumber() {
        ReplyWords words = ReplyWords.of("Look at the seal behind the guard.", "Palletiser");
        assertThat(words.spoken())
                .containsExactly(
                        "The expert has answered your question about Palletiser.",
                        "Look at the seal behind the guard.");
        assertThat(words.shown()).isEqualTo("Look at the seal behind the guard.");
    }

    @Test
    void doesNotNameAMachineThatIsNotKnown() {
        assertThat(ReplyWords.of("Look at the seal.", null).spoken().getFirst())
                .isEqualTo("The expert has answered your question.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Set the pressure to 6.5 bar.",
                "Set it to six and a half bar.",
                "It is fault E-42 again.",
                "Order the part HX-A.",
                "Restart the PLC.",
                "Press the second button.",
                "Die Dichtung hinter der Haube ist verschlissen, bitte wechseln.",
                "Il faut changer le joint derrière le carter de la machine.",
            })
    void showsWhatNoManualVouchesForOrTheVoiceCannotSay(String text) {
        ReplyWords words = ReplyWords.of(text, "Palletiser");
        assertThat(words.spoken()).endsWith(ON_THE_SCREEN).doesNotContain(text);
        assertThat(words.shown()).isEqualTo(text);
    }

    @Test
    void showsLongWords() {
        String text = "Look at the seal. ".repeat(20).strip();
        assertThat(ReplyWords.of(text, null).spoken()).endsWith(ON_THE_SCREEN);
    }
}
