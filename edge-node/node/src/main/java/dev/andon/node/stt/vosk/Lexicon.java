package dev.andon.node.stt.vosk;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How each word sounds in the model's phones; a word may sound in several ways.
///
/// @param pronunciations by word, in alphabetical order
record Lexicon(SortedMap<String, List<List<String>>> pronunciations) {
    Lexicon {
        pronunciations = Collections.unmodifiableSortedMap(new TreeMap<>(pronunciations));
    }

    /// Reads `lexicon.txt`: a word and its phones a line, a line for every way of saying it.
    static Lexicon read(Path file) {
        SortedMap<String, List<List<String>>> pronunciations = new TreeMap<>();
        for (String line : lines(file)) {
            List<String> columns = List.of(line.strip().split("\\s+"));
            pronunciations
                    .computeIfAbsent(columns.getFirst(), _ -> new ArrayList<>())
                    .add(columns.subList(1, columns.size()));
        }
        return new Lexicon(pronunciations);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new StageException(
                    Stage.RECOGNITION,
                    "model-not-compilable",
                    "The speech model cannot learn words, because its lexicon "
                            + file
                            + " cannot be read; use a model that has phones.txt and lexicon.txt.",
                    e);
        }
    }

    SortedSet<String> words() {
        return new TreeSet<>(pronunciations.keySet());
    }

    /// A word and its phones a line.
    List<String> lines() {
        return pronunciations.entrySet().stream()
                .flatMap(
                        e -> e.getValue().stream().map(p -> e.getKey() + " " + String.join(" ", p)))
                .toList();
    }
}
