package dev.andon.node.journal;

/// Room on the disk that only facts may use, when all else is full. Other processes may hold or
/// give up the same reserve.
public interface Reserve {
    /// How large it is meant to be.
    long bytes();

    /// What is free on the disk, the reserve not counted.
    long freeBytes();

    /// Whether it is held now.
    boolean held();

    /// Gives the room up; nothing happens if it is not held.
    void giveUp();

    /// Holds it again if there is room enough that others do not lack it; else nothing happens.
    void rebuild();
}
