package dev.andon.knowledge.answer.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class SentenceCutterTest {
    @Test
    void cutsTheSameHoweverTheModelChopsIt() {
        String said =
                "See fig. 3 for the M8 bolts. Use 1.5 bar, approx. 20 psi. Then stop!\n- **Rest**.";
        List<String> expected =
                List.of(
                        "See fig. 3 for the M8 bolts.",
                        "Use 1.5 bar, approx. 20 psi.",
                        "Then stop!",
                        "Rest.");
        for (int length = 1; length <= said.length(); length++) {
            assertThat(cut(said, length)).as("pieces of %d", length).isEqualTo(expected);
        }
    }

    @Test
    void dropsWhatTheLimitCutOff() {
        assertThat(cut("Close the valve. Tighten it to 4", 3)).containsExactly("Close the valve.");
    }

    @Test
    void keepsNoEndlessSentence() {
        SentenceCutter cutter = new SentenceCutter();
        for (int i = 0; i < 100; i++) {
            assertThat(cutter.add("word and word and word ")).isEmpty();
        }
        assertThat(cutter.end()).isEmpty();
    }

    private static List<String> cut(String text, int length) {
        SentenceCutter cutter = new SentenceCutter();
        List<String> sentences = new ArrayList<>();
        for (int at = 0; at < text.length(); at += length) {
            sentences.addAll(cutter.add(text.substring(at, Math.min(text.length(), at + length))));
        }
        sentences.addAll(cutter.end());
        return sentences;
    }
}
