package dev.andon.node.redaction;

import java.util.List;

/// Finds one kind of what belongs to people.
@FunctionalInterface
interface Finder {
    List<Span> find(FoldedText text);
}
