package dev.andon.knowledge.corpus;

import java.util.List;

/// A passage before it is stored: blocks of one section and one page, small enough to embed.
///
/// @param ordinal position in the manual, from 0
/// @param path the headings above it, outermost first (the breadcrumb)
/// @param page the one page on which all its blocks stand
/// @param blocks without headings
public record Chunk(int ordinal, List<String> path, PageRef page, List<Block> blocks) {
    public Chunk {
        path = List.copyOf(path);
        blocks = List.copyOf(blocks);
    }

    /// The section's own heading; empty before the first heading.
    public String heading() {
        return path.isEmpty() ? "" : path.getLast();
    }
}
