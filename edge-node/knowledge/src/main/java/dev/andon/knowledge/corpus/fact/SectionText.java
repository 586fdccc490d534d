package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block;

import java.util.List;

/// A passage as far as facts are concerned: a part of a section.
///
/// @param path the headings above it, outermost first
/// @param blocks without headings
public record SectionText(List<String> path, List<Block> blocks) {
    public SectionText {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
    }
}
