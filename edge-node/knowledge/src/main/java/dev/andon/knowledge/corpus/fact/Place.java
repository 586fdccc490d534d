package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.PageRef;

import java.util.List;
import java.util.regex.Pattern;

/// The section that facts are taken from.
///
/// @param path its headings, outermost first
record Place(List<String> path) {
    private static final Pattern FAULTS = WordList.of("fault.section").anywhere();
    private static final Pattern NUMBER =
            Pattern.compile("^(?:(?:\\d+|[A-Z])(?:\\.\\d+)*\\.?)\\s+(?=\\p{L})");

    /// Whether a heading above speaks of faults.
    boolean isAmongFaults() {
        return path.stream().anyMatch(heading -> FAULTS.matcher(heading).find());
    }

    /// Its own heading without its number; empty above the first heading.
    String heading() {
        return path.isEmpty() ? "" : NUMBER.matcher(path.getLast()).replaceFirst("");
    }

    Span span(PageRef page, String quote) {
        return new Span(path, page, quote);
    }
}
