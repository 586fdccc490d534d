package dev.andon.knowledge.retrieval;

import dev.andon.knowledge.corpus.Block;

import java.util.List;

/// The whole section that a passage is cut from, to quote all steps of a procedure and its notices.
///
/// A procedure that is longer than a passage, or than a page, is several passages, of which the
/// search may find only one. Passages of one whole section have equal sections.
///
/// @param blocks of the section in the manual's order, the passage's own among them; each with the
///     page on which it stands; headings are the passage's path. A block that is longer than a
///     passage is several blocks of its kind, with the same step number, signal word or header
/// @param whole false: the section reaches further than [#PASSAGES_AROUND_MAX] passages before or
///     after this one, and the blocks are only that far; steps may be missing at either end
public record Section(List<Block> blocks, boolean whole) {
    /// Passages of a section that are read before a passage, and as many after it; what is longer
    /// is a list or a table, not a procedure.
    public static final int PASSAGES_AROUND_MAX = 12;

    public Section {
        blocks = List.copyOf(blocks);
    }
}
