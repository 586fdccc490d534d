package dev.andon.node.stt.vosk;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Phrases as a tree of their words: what begins in the same way stands there once.
final class Prefixes {
    private final SortedMap<String, Prefixes> longer = new TreeMap<>();
    private boolean ends;

    void add(List<String> words) {
        Prefixes at = this;
        for (String word : words) {
            at = at.longer.computeIfAbsent(word, _ -> new Prefixes());
        }
        at.ends = true;
    }

    /// Whether a phrase ends here.
    boolean ends() {
        return ends;
    }

    /// What follows, by the next word.
    SortedMap<String, Prefixes> longer() {
        return longer;
    }
}
