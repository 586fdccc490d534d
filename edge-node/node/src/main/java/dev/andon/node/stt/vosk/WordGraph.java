package dev.andon.node.stt.vosk;

import dev.andon.node.stt.vosk.Fst.Arc;
import dev.andon.node.stt.vosk.PhoneSet.Position;

import java.util.List;

/// Builds the graph that listens: transitions of the network in, words out (`HCLr.fst`).
///
/// Every pronunciation is a path of its own from the root back to the root; nothing is shared, so
/// nothing needs to be determinised. Between two phones the network may say nothing for a while
/// (the blank); after a word it may be silent. `[unk]` is a loop over all phones at a cost each.
final class WordGraph {
    /// What a phone outside every known word costs.
    static final float UNKNOWN_PHONE_COST = 3.0f;

    private final Fst fst = new Fst();
    private final PhoneSet phones;
    private final int root;

    private WordGraph(PhoneSet phones) {
        this.phones = phones;
        this.root = fst.state();
    }

    static Fst build(Lexicon lexicon, WordTable words, PhoneSet phones) {
        WordGraph graph = new WordGraph(phones);
        lexicon.pronunciations()
                .forEach((word, spoken) -> spoken.forEach(p -> graph.add(words.id(word), p)));
        graph.addUnknown(words.unknown());
        graph.beginWithSilence();
        return graph.fst;
    }

    private void add(int word, List<String> pronunciation) {
        int last = pronunciation.size() - 1;
        List<Integer> before = List.of(root);
        for (int i = 0; i <= last; i++) {
            int id = phones.id(pronunciation.get(i), position(i, last));
            int state = fst.state();
            for (int from : before) {
                enter(from, id, i == 0 ? word : Fst.EPSILON, state);
            }
            stay(state, id);
            before = i < last ? List.of(state, blankAfter(state)) : List.of(state);
        }
        endWord(before.getFirst());
    }

    private static Position position(int index, int last) {
        if (last == 0) {
            return Position.SINGLETON;
        }
        if (index == 0) {
            return Position.BEGIN;
        }
        return index == last ? Position.END : Position.INTERNAL;
    }

    private int blankAfter(int state) {
        int blank = fst.state();
        enter(state, PhoneSet.BLANK, Fst.EPSILON, blank);
        stay(blank, PhoneSet.BLANK);
        return blank;
    }

    private void endWord(int state) {
        int silence = fst.state();
        enter(state, PhoneSet.SILENCE, Fst.EPSILON, silence);
        stay(silence, PhoneSet.SILENCE);
        fst.pass(silence, root);
        fst.pass(state, root);
    }

    private void addUnknown(int word) {
        int inside = fst.state();
        int silence = fst.state();
        for (String phone : phones.outputs().keySet()) {
            fst.pass(unknownPhone(root, phone, new Label(Position.BEGIN, word)), inside);
            fst.pass(
                    unknownPhone(inside, phone, new Label(Position.INTERNAL, Fst.EPSILON)), inside);
            endUnknown(inside, phone, silence);
        }
        int blank = blankAfter(inside);
        for (String phone : phones.outputs().keySet()) {
            fst.pass(unknownPhone(blank, phone, new Label(Position.INTERNAL, Fst.EPSILON)), inside);
            endUnknown(blank, phone, silence);
        }
        stay(silence, PhoneSet.SILENCE);
        fst.pass(silence, root);
    }

    private record Label(Position position, int word) {}

    private int unknownPhone(int from, String phone, Label label) {
        int state = fst.state();
        int id = phones.id(phone, label.position());
        fst.arc(from, new Arc(PhoneSet.entering(id), label.word(), UNKNOWN_PHONE_COST, state));
        stay(state, id);
        return state;
    }

    private void endUnknown(int from, String phone, int silence) {
        int state = unknownPhone(from, phone, new Label(Position.END, Fst.EPSILON));
        fst.pass(state, root);
        enter(state, PhoneSet.SILENCE, Fst.EPSILON, silence);
    }

    private void beginWithSilence() {
        int start = fst.state();
        int silence = fst.state();
        fst.pass(start, root);
        enter(start, PhoneSet.SILENCE, Fst.EPSILON, silence);
        stay(silence, PhoneSet.SILENCE);
        fst.pass(silence, root);
        fst.startAt(start);
        fst.makeFinal(root, 0);
    }

    private void enter(int from, int phoneId, int word, int next) {
        fst.arc(from, new Arc(PhoneSet.entering(phoneId), word, 0f, next));
    }

    private void stay(int state, int phoneId) {
        fst.arc(state, new Arc(PhoneSet.staying(phoneId), Fst.EPSILON, 0f, state));
    }
}
