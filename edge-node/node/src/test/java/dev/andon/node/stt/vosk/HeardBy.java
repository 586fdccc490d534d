package dev.andon.node.stt.vosk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// All that a small graph of words without circles can hear, garbage left out.
record HeardBy(Fst graph, WordTable words) {
    Set<String> phrases() {
        Set<String> phrases = new TreeSet<>();
        follow(graph.start(), List.of(), phrases);
        return phrases;
    }

    private void follow(int state, List<String> said, Set<String> phrases) {
        if (graph.finalCost(state) < Float.POSITIVE_INFINITY) {
            phrases.add(String.join(" ", said));
        }
        for (Fst.Arc arc : graph.arcsOf(state, Fst.Order.BY_INPUT)) {
            if (arc.output() != words.unknown()) {
                follow(arc.next(), with(said, arc.output()), phrases);
            } else if (arc.next() != state && said.isEmpty()) {
                follow(arc.next(), said, phrases);
            }
        }
    }

    private List<String> with(List<String> said, int word) {
        if (word == Fst.EPSILON) {
            return said;
        }
        List<String> longer = new ArrayList<>(said);
        longer.add(words.lines().get(word).split(" ")[0]);
        return longer;
    }
}
