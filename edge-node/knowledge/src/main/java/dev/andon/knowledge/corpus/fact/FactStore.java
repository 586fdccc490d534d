package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Manual;

import java.util.function.BiConsumer;

/// Where the facts of the indexed manuals are kept. Those of superseded revisions are never given.
public interface FactStore {
    /// Visits facts one at a time: by manual, then in reading order.
    ///
    /// @param visitor told the manual that states the fact, and the fact
    void each(FactQuery query, BiConsumer<Manual, Fact> visitor);
}
