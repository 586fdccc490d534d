package dev.andon.knowledge.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class WrittenCodeTest {
    @ParameterizedTest
    @CsvSource({
        "Reset fault E-42 now., E42",
        "Reset fault e42, E42",
        "Reset fault E 42, E42",
        "Reset fault E\u201342, E42",
        "Order 6ES7 315-2EH14., 6ES73152EH14",
        "The screw M8x20, M8X20",
        "The screw M8 x 20, M8X20",
        "The screw M8\u00d720, M8X20",
        "Path blending (G33.1), G331",
        "Pin hm2_5i25, HM25I25",
        "G80-G89 cycles, G89",
    })
    void findsACodeHoweverItIsWritten(String text, String canonical) {
        assertThat(canonicals(text)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tighten to 45 Nm",
                "Tighten to 45Nm",
                "a 3-phase supply of 24V at 50Hz",
                "the 3rd time, 10mm, 2.5mm, 1.5kW, 16A",
                "Step 4 on page 12 of chapter 7.3",
                "no code at all",
                ""
            })
    void takesNoQuantityForACode(String text) {
        assertThat(WrittenCode.in(text)).isEmpty();
    }

    @Test
    void keepsLongerCodesApart() {
        assertThat(canonicals("E-421")).containsExactly("E421");
        assertThat(canonicals("M8x20")).containsExactly("M8X20");
    }

    @Test
    void keepsTheWrittenForm() {
        assertThat(WrittenCode.in("see E-42")).containsExactly(new WrittenCode("E-42", "E42"));
        assertThat(WrittenCode.in("an M8 x 20 screw"))
                .contains(new WrittenCode("M8 x 20", "M8X20"));
    }

    @Property
    void aCodeIsFoundInAnySentenceAndSpelling(
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(min = 1, max = 3) String letters,
            @ForAll @IntRange(min = 0, max = 99_999) int number) {
        for (String dash : List.of("", "-", "\u2013", "_")) {
            String code = letters + dash + number;
            assertThat(canonicals("Look up " + code + ", please.")).contains(letters + number);
        }
    }

    @Property
    void theCanonicalFormIsItsOwnCanonicalForm(@ForAll String text) {
        String canonical = WrittenCode.canonical(text);
        assertThat(WrittenCode.canonical(canonical)).isEqualTo(canonical);
    }

    @Property
    void everyCodeStandsForItselfInItsCanonicalForm(@ForAll String text) {
        assertThat(WrittenCode.in(text))
                .allMatch(code -> WrittenCode.canonical(code.written()).equals(code.canonical()));
    }

    private static List<String> canonicals(String text) {
        return WrittenCode.in(text).stream().map(WrittenCode::canonical).toList();
    }
}
