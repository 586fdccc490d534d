package dev.andon.node.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.corpus.PageRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ExpectationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Tighten to 5 N·m; 5; true",
                "Tighten to 15 N·m; 5; false",
                "Tighten to 5.5 N·m; 5; false",
                "Tighten to 0,5 N·m; 5; false",
                "Tighten to 51 N·m; 5; false",
                "It ends at 5.; 5; true",
                "Set the MODE to epp; mode; true",
                "Set -1; 1; false",
                "Set it to a tenth; 0.1|a tenth; true",
            })
    void takesANumberForItselfAlone(String text, String value, boolean says) {
        assertThat(Expectation.says(text, value)).isEqualTo(says);
    }

    @Test
    void readsSpacesOfAnyKind() {
        assertThat(Expectation.says("exactly 1,1\u00a0mA", "1,1 mA")).isTrue();
    }

    @Test
    void findsAPageByItsPrintedNumberOrByItsPlaceInTheFile() {
        Expectation printed = on(List.of("5", "12-14", "iv"), List.of());
        assertThat(printed.onPage(new PageRef("13", 99))).isTrue();
        assertThat(printed.onPage(new PageRef("iv", 4))).isTrue();
        assertThat(printed.onPage(new PageRef("15", 5))).isFalse();
        assertThat(on(List.of(), List.of("255")).onPage(new PageRef("199", 255))).isTrue();
        assertThat(on(List.of(), List.of("255")).onPage(new PageRef("255", 311))).isFalse();
    }

    @Test
    void findsASectionWithOrWithoutItsNumber() {
        PageRef elsewhere = new PageRef("1", 1);
        Expectation heading = on(List.of(), List.of());
        assertThat(heading.at(List.of("4 Drives", "4.10.1.3 No steppers move"), elsewhere))
                .isTrue();
        assertThat(heading.at(List.of("No Steppers Move"), elsewhere)).isTrue();
        assertThat(heading.at(List.of("No Steppers Move Slowly"), elsewhere)).isFalse();
    }

    private static Expectation on(List<String> pages, List<String> pdfPages) {
        return new Expectation(
                "answer",
                null,
                null,
                pages,
                pdfPages,
                List.of("No Steppers Move"),
                List.of(),
                List.of());
    }
}
