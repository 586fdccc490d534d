package dev.andon.knowledge.answer.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.retrieval.Citation;

import org.junit.jupiter.api.Test;

final class SpokenTest {
    private static final Citation CITATION =
            new Citation(DemoPassages.PALLETISER, new PageRef("5", 5), "Homing", "");

    private static Saying say(String sentence) {
        return new Spoken(CITATION).sayOrCut("Homing: ", sentence).end();
    }

    @Test
    void saysASentenceWithItsLeadIfBothFit() {
        assertThat(say("The joint moves.").sentences())
                .containsExactly("Homing: The joint moves.", "Page 5, revision C.");
    }

    @Test
    void leavesTheLeadOutRatherThanTheSentence() {
        String sentence = "word ".repeat(28) + "end.";
        assertThat(say(sentence).sentences().getFirst()).startsWith("Word word").endsWith("end.");
    }

    @Test
    void neverSaysTheLeadAlone() {
        String first = "If a joint has no home switch or no position that is called home";
        String rest =
                "you want that joint to home where it stands when the button of the panel is"
                        + " pressed by a person then these entries for it are needed.";
        Saying saying = say(first + " and " + rest);
        assertThat(saying.sentences())
                .containsExactly("Homing: " + first + ".", "More on page 5, revision C.");
        assertThat(saying.rest()).containsExactly("And " + rest);
    }

    @Test
    void neverCutsARangeInTwo() {
        String sentence =
                "Set the pressure of the long hose between 40 and 50 " + "bar ".repeat(30);
        assertThat(say(sentence).sentences().getFirst()).startsWith("The answer is long");
    }
}
