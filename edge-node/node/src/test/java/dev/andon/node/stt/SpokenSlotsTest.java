package dev.andon.node.stt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SpokenSlotsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    P-412 | p four one two, papa four one two, p four hundred twelve, p four hundred and twelve, p four twelve, papa four twelve
                    E-07 | e zero seven, e oh seven, echo zero seven, echo oh seven, e seven
                    A-101 | a one zero one, a one oh one, alpha one oh one, a one hundred one, a one hundred and one
                    E 42 | e four two, e forty two, echo forty two
                    412 | four one two, four hundred twelve, four twelve
                    """)
    void sayACodeInAllWays(String code, String ways) {
        assertThat(SpokenSlots.code(code))
                .extracting(words -> String.join(" ", words))
                .doesNotHaveDuplicates()
                .contains(ways.split(", "));
    }

    @Test
    void sayACodeOfAnotherShapeAsAName() {
        assertThat(said(SpokenSlots.code("6ES7 315-2EH14")))
                .contains("six e s seven three one five two e h one four");
    }

    @Test
    void sayANameWithItsNumberWholeOrDigitByDigit() {
        assertThat(said(SpokenSlots.name("Press 12")))
                .containsExactly("press twelve", "press one two");
        assertThat(said(SpokenSlots.name("Palletiser"))).containsExactly("palletiser");
    }

    @Test
    void sayNothingThatIsNoEnglish() {
        assertThat(SpokenSlots.name("Пресс")).isEmpty();
        assertThat(SpokenSlots.name("---")).isEmpty();
    }

    private static List<String> said(List<List<String>> ways) {
        return ways.stream().map(words -> String.join(" ", words)).toList();
    }
}
