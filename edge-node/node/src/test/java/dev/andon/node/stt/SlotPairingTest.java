package dev.andon.node.stt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SlotPairingTest {
    private static final Spoken MACHINE = new Spoken.Slot("machine");
    private static final Spoken FAULT = new Spoken.Slot("fault");
    private static final Map<String, List<String>> SLOTS =
            Map.of(
                    "machine", List.of("press", "lathe"),
                    "fault", List.of("p one", "l two"),
                    "machine of a", List.of("press"),
                    "fault of a", List.of("p one"),
                    "machine of b", List.of("lathe"),
                    "fault of b", List.of("l two"));

    private final SlotPairing pairing = new SlotPairing("machine", "fault", List.of("a", "b"));

    @Test
    void takesTheFaultsOfTheMachineThatIsNamed() {
        assertThat(said(pairing.paired(Spoken.sequence(Spoken.words("open"), MACHINE, FAULT))))
                .containsExactlyInAnyOrder("open press p one", "open lathe l two");
        assertThat(said(pairing.paired(Spoken.sequence(FAULT, Spoken.words("on"), MACHINE))))
                .containsExactlyInAnyOrder("p one on press", "l two on lathe");
    }

    @Test
    void findsThemInPartsOfParts() {
        Spoken code = Spoken.optional(Spoken.sequence(Spoken.words("fault"), FAULT));
        Spoken phrase =
                new Spoken.Choice(
                        List.of(
                                Spoken.words("stop"),
                                Spoken.sequence(
                                        Spoken.sequence(MACHINE, Spoken.words("stopped"), code),
                                        Spoken.words("now"))));
        assertThat(said(pairing.paired(phrase)))
                .containsExactlyInAnyOrder(
                        "stop",
                        "press stopped now",
                        "press stopped fault p one now",
                        "lathe stopped now",
                        "lathe stopped fault l two now");
    }

    @Test
    void leavesPhrasesWithOneOfThem() {
        Spoken phrase = Spoken.sequence(Spoken.words("no"), FAULT);
        assertThat(pairing.paired(phrase)).isSameAs(phrase);
        Spoken either = new Spoken.Choice(List.of(MACHINE, FAULT));
        assertThat(said(pairing.paired(either)))
                .containsExactlyInAnyOrder("press", "lathe", "p one", "l two");
    }

    private static List<String> said(Spoken part) {
        return ways(part).map(way -> way.strip().replaceAll(" +", " ")).toList();
    }

    private static Stream<String> ways(Spoken part) {
        return switch (part) {
            case Spoken.Words(var words) -> Stream.of(String.join(" ", words));
            case Spoken.Slot(String name) -> SLOTS.getOrDefault(name, List.of()).stream();
            case Spoken.Choice(var ways) -> ways.stream().flatMap(SlotPairingTest::ways);
            case Spoken.Sequence(var parts) ->
                    parts.stream()
                            .map(SlotPairingTest::ways)
                            .reduce(Stream.of(""), SlotPairingTest::joined);
        };
    }

    private static Stream<String> joined(Stream<String> first, Stream<String> second) {
        List<String> ends = second.toList();
        return first.flatMap(begin -> ends.stream().map(end -> begin + " " + end));
    }
}
