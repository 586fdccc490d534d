package dev.andon.node.procedure;

import dev.andon.knowledge.corpus.Block.Signal;

/// A safety notice of the procedure's section.
///
/// @param text verbatim
public record Notice(Signal signal, String text) {}
