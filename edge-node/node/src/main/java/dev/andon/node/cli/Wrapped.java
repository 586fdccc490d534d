package dev.andon.node.cli;

import java.util.ArrayList;
import java.util.List;

/// Text in lines of a terminal.
final class Wrapped {
    private Wrapped() {}

    /// The lines of a text, cut between words; a word that is longer than a line stays whole.
    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
