package dev.andon.node.sync;

import dev.andon.protocol.fact.Fact;

/// Where facts are written that have no table of their own, such as what came of an installation.
@FunctionalInterface
public interface FactLog {
    /// Writes it to the outbox. On the disk when this returns.
    ///
    /// @throws dev.andon.knowledge.StageException `store`
    void write(Fact fact);
}
