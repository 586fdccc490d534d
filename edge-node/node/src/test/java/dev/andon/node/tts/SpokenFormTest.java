package dev.andon.node.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class SpokenFormTest {
    private final SpokenForm form = SpokenForm.english();

    @ParameterizedTest
    @CsvFileSource(
            resources = "/dev/andon/node/tts/spoken-english.tsv",
            delimiter = '\t',
            quoteCharacter = '\u0001')
    void says(String written, String spoken) {
        assertThat(form.say(written)).isEqualTo(spoken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "#", "\n\t", "-", "( )", "\u0000"})
    void saysNothingWhereNothingCanBeSaid(String written) {
        assertThat(form.say(written)).isEmpty();
    }

    @Test
    void saysTheSameTwice() {
        String once = form.say("Torque the M8 x 20 bolts to 45-50 N·m (p. 12, Rev. C).");

        assertThat(form.say(once)).isEqualTo(once);
    }

    @Test
    void neverLosesASign() {
        assertThat(form.say("-5 °C, −5 °C, - 5 °C... -5 bar"))
                .isEqualTo(
                        "minus five degrees Celsius, minus five degrees Celsius, five degrees"
                                + " Celsius, minus five bar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"45-50 Nm, 6ES7 315-2EH14. ", "a1-", "e.g. ", "1.", "(", "M8x", "E"})
    void takesTimeInProportionToTheText(String piece) {
        String text = piece.repeat(50_000 / piece.length());

        assertTimeout(Duration.ofSeconds(60), () -> form.say(text));
    }

    @Test
    void cutsSentencesAtTheirEnds() {
        assertThat(form.sentences("Stop the press. Is it off? Lock it! Then wait"))
                .containsExactly("Stop the press.", "Is it off?", "Lock it!", "Then wait");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Use M8 x 20 bolts at 6.5 bar.",
                "See p. 12 of the manual.",
                "See p. 12, Rev. C. of it.",
                "Use a solvent, e.g. Isopropanol.",
                "Heat to max. 80 °C.",
                "Take part no. 12 of approx. 3 kg.",
                "Wait 5 min. before you go on.",
                "1. Open the valve.",
                "Fig. 3 and Sec. 4.2 show it.",
                "It runs at 10.5 V. at most.",
                "The bolts of Mr. Smith."
            })
    void doesNotCutInside(String sentence) {
        assertThat(form.sentences(sentence)).containsExactly(sentence);
    }

    @Test
    void cutsBehindAnAbbreviationThatEndsASentence() {
        assertThat(form.sentences("Wait 5 min. Then open it. Is it on? No. Start it."))
                .containsExactly("Wait 5 min.", "Then open it.", "Is it on?", "No.", "Start it.");
    }

    @Test
    void cutsStepsAndLines() {
        assertThat(form.sentences("1. Open the valve.\n2. Close it.\n\nWARNING\nHot parts."))
                .containsExactly("1. Open the valve.", "2. Close it.", "WARNING", "Hot parts.");
    }

    @Test
    void keepsAWrappedLineTogether() {
        assertThat(form.sentences("Torque the bolts\nto 45 Nm.")).hasSize(1);
    }

    @Test
    void findsNoSentenceInBlankText() {
        assertThat(form.sentences(" \n ")).isEqualTo(List.of());
    }
}
