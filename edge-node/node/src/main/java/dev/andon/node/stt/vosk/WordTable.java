package dev.andon.node.stt.vosk;

import dev.andon.node.stt.Transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// The numbers of the words, as `words.txt` lists them: nothing first, then the words in
/// alphabetical order, then the four signs that are no words.
final class WordTable {
    /// What the decoder says for a sound outside the vocabulary.
    static final String UNKNOWN = Transcript.AsCommand.UNKNOWN;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    WordTable(SortedSet<String> words) {
        add("<eps>");
        words.forEach(this::add);
        List.of(UNKNOWN, "#0", "<s>", "</s>").forEach(this::add);
    }

    private void add(String word) {
        ids.put(word, lines.size());
        lines.add(word + " " + lines.size());
    }

    int id(String word) {
        Integer id = ids.get(word);
        if (id == null) {
            throw new IllegalArgumentException("no word " + word + " in this table");
        }
        return id;
    }

    int unknown() {
        return id(UNKNOWN);
    }

    /// A word and its number a line.
    List<String> lines() {
        return List.copyOf(lines);
    }
}
