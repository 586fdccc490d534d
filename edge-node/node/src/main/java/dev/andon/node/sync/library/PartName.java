package dev.andon.node.sync.library;

/// One of the files of a revision.
///
/// @param tree which file of the manifest
/// @param level which level of its tree of blocks
public record PartName(Tree tree, Level level) {
    /// A file of the manifest.
    public enum Tree {
        FILE,
        VECTORS,
        QUESTIONS
    }

    /// A level of a tree of blocks; each is kept as a file of its own.
    public enum Level {
        /// The one block that lists the blocks of the list.
        ROOT,
        /// What lists the blocks of the content.
        LIST,
        /// The file itself.
        CONTENT
    }
}
