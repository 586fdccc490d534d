package dev.andon.knowledge.answer.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class CountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many boards can be used in 1 system? | Up to 4 boards may be used in a"
                        + " system.",
                "How many spindles can it control? | It can control up to eight spindles.",
                "How many digital outputs has the card? | The card has 24 isolated digital"
                        + " outputs.",
                "How many bits has the encoder? | It is a 16-bit encoder."
            })
    void isANumberBeforeTheThing(String question, String sentence) {
        assertThat(count(question).isIn(sentence(sentence))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How many teeth has the pulley? | The ratio requires the number of teeth.",
                "How many boards fit beside the first 4? | All of the 4 boards are found by"
                        + " themselves.",
                "How many boards can be used? | The boards are read every 10 seconds.",
                "How many tools fit? | Zero or one tool is assigned to each slot."
            })
    void isNoOtherNumber(String question, String sentence) {
        assertThat(count(question).isIn(sentence(sentence))).isFalse();
    }

    @Test
    void isNotAskedWhereNothingIsCounted() {
        assertThat(Count.askedBy(asked("How do I count the boards?"))).isEmpty();
    }

    private static Count count(String question) {
        return Count.askedBy(asked(question)).orElseThrow();
    }

    private static Asked asked(String question) {
        return Asked.read(new Question(question, null, List.of(), "en"));
    }

    private static Candidate sentence(String text) {
        Block block = new Block.Paragraph(text, new PageRef("1", 1));
        return new Candidate.Sentence(DemoPassages.ALL.getFirst(), text, "", block);
    }
}
