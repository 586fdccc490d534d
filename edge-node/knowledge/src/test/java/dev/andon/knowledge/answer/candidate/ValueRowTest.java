package dev.andon.knowledge.answer.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.Test;

import java.util.List;

class ValueRowTest {
    private static final Question QUESTION =
            new Question("What is the torque of the floor anchors?", null, List.of("PX-200"), "en");

    @Test
    void readsTheValuesOfARowThatCouldBeRead() {
        assertThat(read("Floor anchors", "105", "115")).isTrue();
    }

    @Test
    void givesNoValueOfARowThatCouldNotAllBeRead() {
        assertThat(read("Floor anchors", "105", "[…]")).isFalse();
        assertThat(read("Floor anchors", "1[…]5", "115")).isFalse();
        assertThat(read("Floor anchors, […]", "105", "115")).isFalse();
    }

    private static boolean read(String... cells) {
        Passage passage = DemoPassages.retrieve(QUESTION).getFirst();
        Table table =
                new Table(
                        null,
                        List.of("Joint", "Minimum (N·m)", "Maximum (N·m)"),
                        List.of(List.of(cells)),
                        passage.page());
        Candidate.Row row = new Candidate.Row(passage, table, List.of(cells));
        return ValueRow.read(Asked.read(QUESTION), row).isPresent();
    }
}
