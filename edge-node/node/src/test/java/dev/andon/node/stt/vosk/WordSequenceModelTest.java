package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.TreeMap;

class WordSequenceModelTest {
    private static final Lexicon LEXICON =
            new Lexicon(
                    new TreeMap<>(
                            java.util.Map.of(
                                    "stop", List.of(List.of("s")),
                                    "the", List.of(List.of("D")),
                                    "pump", List.of(List.of("p")),
                                    "belt", List.of(List.of("b")))));
    private static final WordTable WORDS = new WordTable(LEXICON.words());

    @Test
    void prefersWhatWasSeen() {
        Fst fst = model("stop the pump", "stop the pump", "stop the belt");
        assertThat(cost(fst, "stop the pump"))
                .isLessThan(cost(fst, "stop the belt"))
                .isLessThan(cost(fst, "pump the stop"));
    }

    @Test
    void allowsEveryOrderOfKnownWords() {
        Fst fst = model("stop the pump");
        assertThat(cost(fst, "belt belt the")).isFinite();
    }

    @Test
    void sharesAllProbabilityAmongWhatMayFollow() {
        Fst fst = model("stop the pump", "stop the belt", "the pump");
        double everything =
                List.of("stop", "the", "pump", "belt").stream()
                                .mapToDouble(word -> Math.exp(-stepCost(fst, fst.start(), word)))
                                .sum()
                        + Math.exp(-endCost(fst, fst.start()));
        assertThat(everything).isCloseTo(1, within(0.01));
    }

    private static Fst model(String... sentences) {
        WordSequenceModel model = new WordSequenceModel(WORDS, LEXICON);
        List.of(sentences).forEach(model::add);
        return model.build();
    }

    /// Along the arcs of the words, forgetting only where the word was never seen.
    private static double cost(Fst fst, String sentence) {
        int state = fst.start();
        double cost = 0;
        for (String word : sentence.split(" ")) {
            Step step = step(fst, state, word);
            cost += step.cost();
            state = step.next();
        }
        return cost + endCost(fst, state);
    }

    private record Step(double cost, int next) {}

    private static double stepCost(Fst fst, int state, String word) {
        return step(fst, state, word).cost();
    }

    private static Step step(Fst fst, int state, String word) {
        for (Fst.Arc arc : fst.arcsOf(state, Fst.Order.BY_INPUT)) {
            if (arc.input() == WORDS.id(word)) {
                return new Step(arc.cost(), arc.next());
            }
        }
        Fst.Arc shorter = shorter(fst, state);
        Step step = step(fst, shorter.next(), word);
        return new Step(shorter.cost() + step.cost(), step.next());
    }

    private static double endCost(Fst fst, int state) {
        if (Float.isFinite(fst.finalCost(state))) {
            return fst.finalCost(state);
        }
        Fst.Arc shorter = shorter(fst, state);
        return shorter.cost() + endCost(fst, shorter.next());
    }

    private static Fst.Arc shorter(Fst fst, int state) {
        return fst.arcsOf(state, Fst.Order.BY_INPUT).stream()
                .filter(arc -> arc.input() == Fst.EPSILON)
                .findFirst()
                .orElseThrow();
    }
}
