package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.PageRef;

import java.util.List;

/// Where a fact stands.
///
/// @param path the headings above it, outermost first
/// @param page on which it begins
/// @param quote verbatim from the manual: a sentence, a step, a notice, or a table row with its
///     headers as [dev.andon.knowledge.corpus.PassageText#rowText] writes it
public record Span(List<String> path, PageRef page, String quote) {
    public Span {
        path = List.copyOf(path);
    }
}
