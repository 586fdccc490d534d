package dev.andon.node.stt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "labeller, labeler",
        "labelling, labeling",
        "palletiser, palletizer",
        "colour, color",
        "palletising, palletizing",
        "depalletisers, depalletizers",
        "litres, liters",
        "millimetre, millimeter",
        "centre, center",
        "moulder, molder",
        "modelled, modeled",
        "signalling, signaling",
        "analysed, analyzed",
        "optimisation, optimization",
        "discoloured, discolored",
        "vapours, vapors",
        "catalogue, catalog",
        "grey, gray"
    })
    void respellsBritishWords(String british, String american) {
        assertThat(Spelling.american(british)).isEqualTo(american);
    }

    @Test
    void leavesWordsAloneThatHaveOneSpelling() {
        assertThat(
                        List.of(
                                "noise",
                                "raised",
                                "riser",
                                "precise",
                                "filler",
                                "roller",
                                "controller",
                                "installed",
                                "drilling",
                                "sensor",
                                "belt",
                                "is",
                                "clockwise",
                                "supervised",
                                "fault",
                                "size"))
                .allSatisfy(word -> assertThat(Spelling.american(word)).isEqualTo(word));
    }

    @Test
    void isStableUnderRepetition() {
        assertThat(List.of("labeller", "palletiser", "metre", "fibre", "modelling"))
                .map(Spelling::american)
                .allSatisfy(word -> assertThat(Spelling.american(word)).isEqualTo(word));
    }
}
