package dev.andon.node.journal;

import dev.andon.protocol.fact.TurnFact;

/// Where turns are kept.
public interface TurnLog {
    /// Keeps a turn, with its event for the hub.
    ///
    /// @return false: the disk has no room for turns; it was counted
    /// @throws dev.andon.knowledge.StageException `store`: it could not be written
    boolean write(TurnFact turn);
}
