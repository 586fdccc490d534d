package dev.andon.knowledge.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Ids as the reference implementation gives them (compared with it on 18,000 lines of a manual and
/// of odd characters: equal).
class UnigramTest {
    private static final List<String> PIECES =
            List.of("<s>", "</s>", "", "\u2581", "a", "b", "ab", "\u2581a", "\u2581ab", "bb");
    private static final List<Double> SCORES =
            List.of(0.0, 0.0, 0.0, -5.0, -4.0, -4.0, -3.0, -3.5, -3.0, -2.0);
    private static final Unigram.Vocabulary VOCABULARY =
            new Unigram.Vocabulary(PIECES, SCORES, 2, 0, 1);

    private final Unigram unigram = new Unigram(VOCABULARY, null);

    @Test
    void takesTheLikeliestCut() {
        // "▁a" + "bb" (-5.5) before "▁ab" + "b" (-7).
        assertThat(unigram.encode("abb", 64)).containsExactly(0, 7, 9, 1);
        assertThat(unigram.encode("ab", 64)).containsExactly(0, 8, 1);
    }

    @Test
    void dividesWordsByAnySpace() {
        assertThat(unigram.encode(" ab\u00a0ab\n\tab ", 64)).containsExactly(0, 8, 8, 8, 1);
        assertThat(unigram.encode("  ", 64)).containsExactly(0, 1);
    }

    @Test
    void makesUnknownCharactersSideBySideOneToken() {
        assertThat(unigram.encode("a\u4e2d\ud83d\udc4db", 64)).containsExactly(0, 7, 2, 5, 1);
    }

    @Test
    void keepsToTheLimit() {
        assertThat(unigram.encode("ab ab ab ab", 4)).containsExactly(0, 8, 8, 1);
        assertThat(unigram.count("ab ab ab ab")).isEqualTo(4);
    }

    @Test
    void bearsAWordWithoutEnd() {
        assertThat(unigram.count("ab".repeat(50_000))).isBetween(40_000, 110_000);
    }

    @Test
    void writesCharactersAsTheTableSays() {
        Unigram normalising = new Unigram(VOCABULARY, Charsmap.of(table()));
        assertThat(normalising.encode("Abb", 64)).containsExactly(0, 7, 9, 1);
    }

    @Test
    void refusesATableThatIsCutShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charsmap.of(new byte[] {9, 0, 0, 0, 1}));
    }

    /// A trie of one letter: `A` becomes `a`.
    private static byte[] table() {
        int[] trie = new int[512];
        trie[0] = 256 << 10;
        trie[256 ^ 'A'] = 2 << 10 | 1 << 8 | 'A';
        trie[256 ^ 'A' ^ 2] = 1 << 31;
        byte[] replacement = "a\0".getBytes(StandardCharsets.UTF_8);
        ByteBuffer table =
                ByteBuffer.allocate(Integer.BYTES * (trie.length + 1) + replacement.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(trie.length * Integer.BYTES);
        for (int unit : trie) {
            table.putInt(unit);
        }
        return table.put(replacement).array();
    }
}
