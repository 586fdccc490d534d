package dev.andon.knowledge.answer.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.knowledge.answer.DemoPassages;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.retrieval.Evidence;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

final class SymptomRuleTest {
    private static final Evidence AGREED = new Evidence(1, 4, 5, 0.8, 0.2, false);
    private static final Evidence VECTORS_ALONE = new Evidence(1, 0, 3, 0.9, 0, false);

    private static final Passage SYMPTOMS =
            DemoPassages.passage(
                    100,
                    DemoPassages.PALLETISER,
                    "9",
                    "7 Faults > 7.3 Faults without a code",
                    """
                    | Symptom | Likely cause | Remedy |
                    |---|---|---|
                    | The pump whines and foam stands on the oil | The pump draws air. | Refill oil. |
                    | The operator panel stays dark | Fuse F12 has blown. | Replace fuse F12. |
                    | One bottle in 48 is underfilled | Bent tube. | Replace the tube. |
                    | All bottles are underfilled | Low pressure. | Raise P11. |
                    | The hoist motor is too hot | Overload. | Let it cool. |\
                    """);
    private static final Passage SECTION =
            DemoPassages.passage(
                    101,
                    DemoPassages.PALLETISER,
                    "9",
                    "7 Faults > The stack leans to one side",
                    "When the finished stack leans, first look at the pallet. Then compare.");

    private static Optional<Candidate> described(String text, Evidence evidence) {
        Question question = new Question(text, "palletiser-1", List.of("PX-200"), "en");
        return SymptomRule.described(
                Asked.read(question),
                List.of(
                        DemoPassages.with(SYMPTOMS, evidence),
                        DemoPassages.with(SECTION, evidence)));
    }

    private static String quote(String text) {
        return described(text, AGREED).orElseThrow().quote();
    }

    @Test
    void findsTheRowOfASymptomInOtherWords() {
        assertThat(quote("The hydraulic pump howls and there are bubbles in the tank."))
                .startsWith("Symptom: The pump whines");
        assertThat(quote("The screen is black.")).contains("Fuse F12");
    }

    @Test
    void findsTheSectionThatIsHeadedByTheSymptom() {
        assertThat(quote("The finished load is tilting over to the left."))
                .startsWith("When the finished stack leans");
    }

    @Test
    void tellsAllFromOne() {
        assertThat(quote("Every bottle is underfilled.")).contains("P11");
        assertThat(quote("One bottle is underfilled.")).contains("Bent tube");
    }

    @Test
    void neverDecidesBetweenTwoSymptomsThatFitEqually() {
        assertThat(described("The bottles are underfilled.", AGREED)).isEmpty();
    }

    @Test
    void needsBothSearches() {
        assertThat(described("The screen is black.", VECTORS_ALONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The screen is cracked.",
                "The pump motor is hot.",
                "The pump is red.",
                "The conveyor belt whines.",
                "The layer plate is dark and squeals and leaks.",
                "What is the screen?",
                "How do I replace the black screen?",
                "The screen of pump P7 is black.",
            })
    void refusesAnotherThingOrAnotherSign(String text) {
        assertThat(described(text, AGREED)).isEmpty();
    }
}
