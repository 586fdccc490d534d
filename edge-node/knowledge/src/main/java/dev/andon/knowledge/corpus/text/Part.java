package dev.andon.knowledge.corpus.text;

import java.util.ArrayList;
import java.util.List;

/// Lines without an empty one between them; tabs are spaces to the next eighth column.
record Part(List<String> lines) {
    private static final int TAB = 8;

    Part {
        lines = List.copyOf(lines);
    }

    static List<Part> of(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank()) {
                close(parts, open);
            } else {
                open.add(expanded(line).stripTrailing());
            }
        }
        close(parts, open);
        return parts;
    }

    private static void close(List<Part> parts, List<String> open) {
        if (!open.isEmpty()) {
            parts.add(new Part(open));
            open.clear();
        }
    }

    private static String expanded(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                text.append(" ".repeat(TAB - text.length() % TAB));
            } else {
                text.append(line.charAt(i));
            }
        }
        return text.toString();
    }

    String first() {
        return lines.getFirst();
    }
}
