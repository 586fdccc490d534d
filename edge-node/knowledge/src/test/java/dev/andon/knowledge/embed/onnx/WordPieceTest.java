package dev.andon.knowledge.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ids of the reference tokenizer for the same `tokenizer.json`.
class WordPieceTest {
    private final Tokenizer tokenizer = new TokenizerFile(E5.tokenizer()).read();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    query: torque of M8     | 101 23032 1024 15894 1997 1049 2620 102
                    The Palletiser's Café   | 101 1996 14412 7485 17288 1005 1055 7668 102
                    E-42.                   | 101 1041 1011 4413 1012 102
                    45 N·m                  | 101 3429 1050 1087 1049 102
                    中文x                   | 101 1746 1861 1060 102
                    6ES7                    | 101 1020 2229 2581 102
                    Schraube                | 101 8040 13492 12083 2063 102
                    résumé                  | 101 13746 102
                    """)
    void cutsAsTheModelWasTrained(String text, String ids) {
        assertThat(encode(text)).isEqualTo(ids);
    }

    @Test
    void takesAnyWhiteSpaceAsOneGapAndDropsControlCharacters() {
        assertThat(encode(" torque\t\n of\u00a0\u0000M8\u200b ")).isEqualTo(encode("torque of m8"));
    }

    @Test
    void makesAWordWithoutPiecesUnknown() {
        assertThat(encode("torque \u16a0\u16a1")).isEqualTo("101 15894 100 102");
    }

    @Test
    void makesAWordOfMoreThan100CharactersUnknown() {
        assertThat(encode("x".repeat(101))).isEqualTo("101 100 102");
        assertThat(encode("x".repeat(100))).isNotEqualTo("101 100 102");
    }

    @Test
    void cutsToTheGivenLengthAndKeepsTheEnds() {
        assertThat(tokenizer.encode("torque torque torque torque", 4))
                .containsExactly(101, 15894, 15894, 102);
        assertThat(tokenizer.encode("palletiser", 4)).containsExactly(101, 14412, 7485, 102);
    }

    @Test
    void countsWithoutTheEnds() {
        assertThat(tokenizer.count("torque of M8")).isEqualTo(4);
        assertThat(tokenizer.count("")).isZero();
    }

    private String encode(String text) {
        StringBuilder ids = new StringBuilder();
        for (long id : tokenizer.encode(text, 512)) {
            ids.append(ids.isEmpty() ? "" : " ").append(id);
        }
        return ids.toString();
    }
}
