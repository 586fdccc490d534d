package dev.andon.knowledge.corpus.text;

import dev.andon.knowledge.corpus.PageRef;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text into pages at its form feeds. A text without any has no pages.
final class Pages {
    private static final Pattern PRINTED =
            Pattern.compile(
                    "(?i)\\s*(?:-\\s*)?(?:page|seite|p\\.)?\\s*(\\d{1,4}|[ivxl]{1,6})"
                            + "(?:\\s*(?:/|of|sur|von|de)\\s*\\d{1,4})?(?:\\s*-)?\\s*");

    /// @param lines without the printed number
    record Page(PageRef ref, List<String> lines) {}

    private Pages() {}

    static List<Page> of(String text) {
        String[] parts = text.split("\f", -1);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            List<String> lines = new ArrayList<>(parts[i].lines().toList());
            if (parts.length == 1) {
                pages.add(new Page(PageRef.NONE, lines));
            } else {
                pages.add(new Page(new PageRef(takePrinted(lines), i + 1), lines));
            }
        }
        return pages;
    }

    private static @Nullable String takePrinted(List<String> lines) {
        for (int line : new int[] {last(lines), first(lines)}) {
            if (line >= 0 && line < lines.size()) {
                Matcher matcher = PRINTED.matcher(lines.get(line));
                if (matcher.matches()) {
                    lines.remove(line);
                    return matcher.group(1);
                }
            }
        }
        return null;
    }

    private static int first(List<String> lines) {
        int line = 0;
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        return line;
    }

    private static int last(List<String> lines) {
        int line = lines.size() - 1;
        while (line >= 0 && lines.get(line).isBlank()) {
            line--;
        }
        return line;
    }
}
