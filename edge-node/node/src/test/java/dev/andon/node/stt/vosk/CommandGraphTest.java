package dev.andon.node.stt.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.node.stt.CommandGrammar;
import dev.andon.node.stt.Spoken;
import dev.andon.node.stt.SpokenSlots;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class CommandGraphTest {
    private static final CommandGrammar SMALL =
            new CommandGrammar(
                    List.of(
                            Spoken.words("stop"),
                            Spoken.sequence(
                                    Spoken.words("reset"),
                                    Spoken.optional(Spoken.words("the")),
                                    new Spoken.Slot("machine")),
                            Spoken.sequence(
                                    new Spoken.Slot("machine"), Spoken.anyOf("stops", "is down")),
                            Spoken.sequence(Spoken.words("call"), new Spoken.Slot("person"))),
                    Map.of("machine", Spoken.anyOf("press", "press two", "zzyzx")));

    /// All that can be said of it where nobody can say "zzyzx".
    private static final List<String> SAYINGS =
            List.of(
                    "stop",
                    "reset press",
                    "reset press two",
                    "reset the press",
                    "reset the press two",
                    "press stops",
                    "press two stops",
                    "press is down",
                    "press two is down");

    @Test
    void hearsTheCommandsOfASmallPlantAndNothingElse() {
        Set<String> known = new TreeSet<>(SMALL.words());
        known.remove("zzyzx");
        WordTable words = new WordTable(new TreeSet<>(SMALL.words()));
        Fst graph = CommandGraph.build(SMALL, words, known);
        assertThat(new HeardBy(graph, words).phrases())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(""), SAYINGS.stream()).toList());
    }

    @Test
    void hearsGarbageAloneWhereNothingCanBeCommanded() {
        WordTable words = new WordTable(new TreeSet<>(Set.of("stop")));
        Fst graph = CommandGraph.build(CommandGrammar.NONE, words, Set.of("stop"));
        assertThat(new HeardBy(graph, words).phrases()).containsExactly("");
        assertThat(graph.states()).isLessThan(6);
    }

    @Test
    void isBoundedForTenThousandMachines() {
        CommandGrammar large = large(10_000);
        WordTable words = new WordTable(new TreeSet<>(large.words()));
        Fst graph = CommandGraph.build(large, words, large.words());
        System.out.printf("10,000 machines: %,d states, %,d arcs%n", graph.states(), graph.arcs());
        assertThat(graph.arcs()).isLessThan(CommandGraph.ARCS_MAX + 200_000);
        assertThat(leaving(graph)).isLessThan(500);
    }

    @Test
    void listsPhrasesForAModelThatTakesThemWhileItRuns() {
        Set<String> known = new TreeSet<>(SMALL.words());
        known.remove("zzyzx");
        assertThat(RunTimeGrammar.phrases(SMALL, known))
                .satisfies(
                        phrases ->
                                assertThat(String.join(" ", phrases).split(" "))
                                        .contains("stop", "reset", "the", "two", "stops", "down"))
                .isSubsetOf(SAYINGS);
        assertThat(RunTimeGrammar.phrases(CommandGrammar.NONE, known)).isEmpty();
    }

    @Test
    void listsNoMorePhrasesThanTheDecoderTakesAndManyMachines() {
        CommandGrammar large = large(10_000);
        List<String> phrases = RunTimeGrammar.phrases(large, large.words());
        assertThat(phrases).hasSize(VoskRecognizer.PHRASES_MAX);
        assertThat(phrases.stream().filter(phrase -> phrase.startsWith("open 1 on")).distinct())
                .hasSizeGreaterThan(300);
    }

    /// The most arcs that leave one state: the decoder looks at all of them at once.
    private static int leaving(Fst graph) {
        return IntStream.range(0, graph.states())
                .map(state -> graph.arcsOf(state, Fst.Order.BY_INPUT).size())
                .max()
                .orElse(0);
    }

    private static CommandGrammar large(int machines) {
        List<List<String>> names =
                IntStream.rangeClosed(1, machines)
                        .mapToObj(number -> SpokenSlots.name("Press " + number))
                        .flatMap(List::stream)
                        .toList();
        List<List<String>> codes =
                IntStream.rangeClosed(1, machines)
                        .mapToObj(number -> SpokenSlots.code("P-" + number))
                        .flatMap(List::stream)
                        .toList();
        List<Spoken> phrases =
                IntStream.rangeClosed(1, 50)
                        .<Spoken>mapToObj(
                                number ->
                                        Spoken.sequence(
                                                Spoken.words("open " + number + " on"),
                                                new Spoken.Slot("machine"),
                                                Spoken.words("fault"),
                                                new Spoken.Slot("fault")))
                        .toList();
        return new CommandGrammar(
                phrases,
                Map.of("machine", SpokenSlots.any(names), "fault", SpokenSlots.any(codes)));
    }
}
