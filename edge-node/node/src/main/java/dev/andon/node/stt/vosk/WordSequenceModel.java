package dev.andon.node.stt.vosk;

import dev.andon.node.stt.vosk.Fst.Arc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts how words follow each other and builds the graph that prefers likely sequences
/// (`Gr.fst`).
///
/// Words after one and two words before them, by absolute discounting: what the discount takes from
/// the sequences that were seen goes to an arc that forgets the older word. A pair of words is only
/// remembered if it was seen at least [#PAIR_MIN] times.
final class WordSequenceModel {
    /// What a sound outside the vocabulary costs beside its phones.
    static final double UNKNOWN_COST = 9.0;

    private static final double DISCOUNT = 0.5;
    private static final double NEVER_SEEN = 0.5;
    private static final int PAIR_MIN = 2;
    private static final int BEGIN = -1;
    private static final int END = -2;

    /// The last words said, most recent last; at most two.
    private record History(List<Integer> words) {
        static final History NONE = new History(List.of());

        History shorter() {
            return new History(words.subList(1, words.size()));
        }

        History then(int word) {
            int from = Math.max(0, words.size() - 1);
            List<Integer> next = new ArrayList<>(words.subList(from, words.size()));
            next.add(word);
            return new History(List.copyOf(next));
        }
    }

    /// How often which word came next.
    private static final class Followers {
        private final Map<Integer, Integer> counts = new TreeMap<>();
        private int total;

        void count(int word) {
            counts.merge(word, 1, Integer::sum);
            total++;
        }

        int countOf(int word) {
            return counts.getOrDefault(word, 0);
        }

        /// The share of probability that the discount leaves to words that did not follow here.
        double left() {
            return total == 0 ? 1 : DISCOUNT * counts.size() / total;
        }

        double probability(int word) {
            return total == 0 ? 0 : Math.max(0, countOf(word) - DISCOUNT) / total;
        }
    }

    private static final Followers NOTHING_SEEN = new Followers();

    private final WordTable words;
    private final int[] vocabulary;
    private final Map<History, Followers> seen = new LinkedHashMap<>();
    private final Followers single = new Followers();

    /// @param vocabulary every word that may be said
    WordSequenceModel(WordTable words, Lexicon vocabulary) {
        this.words = words;
        this.vocabulary = vocabulary.words().stream().mapToInt(words::id).toArray();
        for (int word : this.vocabulary) {
            seen.put(new History(List.of(word)), new Followers());
        }
    }

    /// Counts a sentence; every word must be in the vocabulary.
    void add(String sentence) {
        History before = new History(List.of(BEGIN));
        for (String word : sentence.split(" ")) {
            before = count(before, words.id(word));
        }
        count(before, END);
    }

    private History count(History before, int word) {
        single.count(word);
        seen.computeIfAbsent(before, _ -> new Followers()).count(word);
        if (before.words().size() > 1) {
            seen.computeIfAbsent(before.shorter(), _ -> new Followers()).count(word);
        }
        return before.then(word);
    }

    Fst build() {
        return new Building().build();
    }

    private final class Building {
        private final Fst fst = new Fst();
        private final Map<History, Integer> states = new LinkedHashMap<>();
        private final double all = single.total + NEVER_SEEN * (vocabulary.length + 1);

        Fst build() {
            states.put(History.NONE, fst.state());
            seen.forEach(
                    (history, next) -> {
                        if (history.words().size() < 2 || next.total >= PAIR_MIN) {
                            states.put(history, fst.state());
                        }
                    });
            forgotten();
            states.forEach(
                    (history, state) -> {
                        if (!history.equals(History.NONE)) {
                            remembered(history, state);
                        }
                    });
            fst.startAt(state(new History(List.of(BEGIN))));
            return fst;
        }

        private void forgotten() {
            int state = state(History.NONE);
            for (int word : vocabulary) {
                say(state, History.NONE, word);
            }
            fst.arc(state, new Arc(words.unknown(), words.unknown(), (float) UNKNOWN_COST, state));
            fst.makeFinal(state, cost(probability(History.NONE, END)));
        }

        private void remembered(History history, int state) {
            Followers next = followers(history);
            int shorter = state(history.shorter());
            if (next.total == 0) {
                fst.pass(state, shorter);
                return;
            }
            next.counts.keySet().forEach(word -> say(state, history, word));
            fst.arc(state, new Arc(Fst.EPSILON, Fst.EPSILON, cost(next.left()), shorter));
        }

        private void say(int state, History history, int word) {
            float cost = cost(probability(history, word));
            if (word == END) {
                fst.makeFinal(state, cost);
            } else {
                fst.arc(state, new Arc(word, word, cost, state(history.then(word))));
            }
        }

        private double probability(History history, int word) {
            if (history.equals(History.NONE)) {
                return (single.countOf(word) + NEVER_SEEN) / all;
            }
            Followers next = followers(history);
            return next.probability(word) + next.left() * probability(history.shorter(), word);
        }

        private Followers followers(History history) {
            return seen.getOrDefault(history, NOTHING_SEEN);
        }

        /// The state of a history, or of as much of it as is remembered.
        private int state(History history) {
            Integer state = states.get(history);
            return state != null ? state : state(history.shorter());
        }

        private static float cost(double probability) {
            return (float) -Math.log(probability);
        }
    }
}
