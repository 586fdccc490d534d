package dev.andon.node.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.andon.node.procedure.Gap.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a procedure is numbered.
class ProcedureTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2 3",
                "a b c",
                "1 2 2.a 2.b 3",
                "1 1.1 1.2 2 2.1",
                "1.1 1.2 2.1 2.2",
                "1 2.1 2.2 3"
            })
    void findsNothingOddInNumbersThatFollowEachOther(String numbers) {
        assertThat(Texts.numbered(numbers.split(" ")).gaps()).isEmpty();
    }

    @Test
    void tellsWhereNumbersDoNotFollowEachOther() {
        assertThat(Texts.numbered("2", "3", "5", "5", "4").gaps())
                .containsExactly(
                        new Gap(Kind.BEGINS_LATE, "", "2"),
                        new Gap(Kind.JUMPS, "3", "5"),
                        new Gap(Kind.REPEATS, "5", "5"),
                        new Gap(Kind.GOES_BACK, "5", "4"));
    }

    @Test
    void tellsGapsInNestedLists() {
        assertThat(Texts.numbered("1", "2", "2.b", "2.c", "4").gaps())
                .containsExactly(new Gap(Kind.JUMPS, "2", "2.b"), new Gap(Kind.JUMPS, "2.c", "4"));
    }

    @Test
    void refusesAProcedureWithoutSteps() {
        assertThatIllegalArgumentException().isThrownBy(() -> Texts.numbered());
    }
}
