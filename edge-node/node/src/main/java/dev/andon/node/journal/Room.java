package dev.andon.node.journal;

/// How much the disk has left for the journal.
public enum Room {
    /// For everything.
    ENOUGH,
    /// Facts are written into what was the reserve; turns are not recorded.
    RESERVE_IN_USE,
    /// Nothing could be written the last time that it was tried.
    NONE
}
