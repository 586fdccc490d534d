package dev.andon.knowledge.corpus.fact;

import static dev.andon.knowledge.corpus.fact.Facts.PAGE;
import static dev.andon.knowledge.corpus.fact.Facts.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences as manuals write them, and what they state.
class SentenceValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The guide rail clearance must be 3 mm to 5 mm."
                        + "| guide rail clearance [] clearance: RANGE 3..5 mm",
                "The layer plate weighs 310 kg. | layer plate []: EXACTLY 310 kg",
                "Tighten the lid bolts crosswise to 64 to 70 N·m, lubricated."
                        + "| lid bolts [lubricated]: RANGE 64..70 N.m",
                "Tighten the ram bolts crosswise in three passes to 240 N·m."
                        + "| ram bolts []: EXACTLY 240 N.m",
                "Align the door switch to a gap of 3 mm. | door switch [] gap: EXACTLY 3 mm",
                "Pressed with 50 N, a new chain gives way by 10 to 14 mm."
                        + "| chain [Pressed with 50 N]: RANGE 10..14 mm",
                "Charge slowly until the gauge shows 90 bar at 20 °C."
                        + "| gauge [at 20 °C]: EXACTLY 90 bar",
                "Press the gib and tighten the gib screws to 25 N·m. | gib screws []: EXACTLY 25"
                        + " N.m",
                "Air pressure: at least 6 bar | Air pressure [] pressure: AT_LEAST 6 bar",
                "Visser le cône neuf à 6,5 à 7,5 N·m, à sec."
                        + "| cône neuf [à sec]: RANGE 6.5..7.5 N.m",
                "Le manomètre M2 doit indiquer 0 bar. | manomètre M2 []: EXACTLY 0 bar",
                "Der Betriebsdruck der Presse beträgt 6 bar."
                        + "| Betriebsdruck der Presse [] Betriebsdruck: EXACTLY 6 bar",
            })
    void statesWhatIsPlainlyOfSomething(String sentence, String fact) {
        assertThat(values("", new Paragraph(sentence, PAGE))).containsExactly(fact);
    }

    @Test
    void anOrderWithoutAnObjectIsAboutTheHeading() {
        assertThat(values("4.2 Guide rail bolts", new Step("3", "Tighten to 45 N·m.", PAGE)))
                .containsExactly("Guide rail bolts []: EXACTLY 45 N.m");
        assertThat(values("", new Step("3", "Tighten to 45 N·m.", PAGE))).isEmpty();
    }

    @Test
    void aQuantityWithoutAThingIsThatOfTheHeading() {
        assertThat(values("Oil tank", new Paragraph("The temperature must be 40 °C.", PAGE)))
                .containsExactly("Oil tank [] temperature: EXACTLY 40 Cel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It must be 5 mm.",
                "Since the period is 31 µs, it takes longer.",
                "The default value is 250 V.",
                "# the granularity is one second",
                "Never set the relief valve to 275 bar.",
                "Do not tighten the bolts to 45 N·m.",
                "Test with the 30 mm test rod.",
                "Wait 5 minutes.",
                "See page 14 and Table 8.",
                "Revision C of 2025-03-01.",
                "Order part 6ES7 315-2EH14.",
                "Let them cool for 30 minutes.",
                "The press has two props.",
                "If it turns by more than 1 mm at its rim, call the maker.",
                "One turn raises the pressure by about 35 bar.",
            })
    void statesNothingThatIsInDoubt(String sentence) {
        assertThat(values("Hoist", new Paragraph(sentence, PAGE))).isEmpty();
    }

    @Test
    void quotesTheSentenceAndTheStepWithItsNumber() {
        assertThat(
                        Facts.of(
                                Fact.Value.class,
                                "Hoist",
                                new Paragraph("Stop it. The plate weighs 310 kg. Go.", PAGE),
                                new Step("4", "Tighten the nut to 9 N·m.", PAGE)))
                .extracting(value -> value.span().quote())
                .containsExactly("The plate weighs 310 kg.", "4. Tighten the nut to 9 N·m.");
    }
}
