package dev.andon.node.procedure;

/// A place where a procedure's numbers do not follow each other. It is read as printed, and the gap
/// is told.
///
/// @param before the number in front; empty at the beginning
/// @param after the number behind
public record Gap(Kind kind, String before, String after) {
    /// What is odd about it.
    public enum Kind {
        /// The first step is not the first number.
        BEGINS_LATE,
        /// Numbers are missing: 2, 4.
        JUMPS,
        /// The same number twice.
        REPEATS,
        /// A smaller number behind a larger one.
        GOES_BACK
    }
}
