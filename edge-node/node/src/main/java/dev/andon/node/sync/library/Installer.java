package dev.andon.node.sync.library;

import java.io.IOException;
import java.util.List;

/// Takes verified files of one kind of document into use.
///
/// What goes wrong with the document is a [LibraryException]; with the node, a
/// [dev.andon.knowledge.StageException] or an [IOException].
public interface Installer {
    /// What came of it.
    ///
    /// @param vectorsTaken from the hub
    /// @param vectorsMade here
    /// @param questionsAsked before the switch
    /// @param questionsPassed of these
    record Done(int vectorsTaken, int vectorsMade, int questionsAsked, int questionsPassed) {
        /// Nothing to count.
        static final Done PLAINLY = new Done(0, 0, 0, 0);
    }

    /// Whether the vectors of a manifest are of any use to this node.
    default boolean takesVectors(Revision revision) {
        return false;
    }

    /// Bytes that it needs beside the fetched files themselves.
    long headroom(Revision revision);

    /// Checks, tries and takes into use. Until it returns the one before serves; doing it again
    /// does no harm.
    Done install(Revision revision) throws IOException;

    /// Takes a revision that was in use before into use again, without another trial.
    void serveAgain(Revision revision) throws IOException;

    /// Whether what serves is really in use; not after its place was lost.
    boolean isInUse(Revision revision) throws IOException;

    /// Forgets what it made of all revisions but these.
    default void keepOnly(List<Revision> revisions) {}

    /// Whether the node must be started again before it is felt.
    default boolean needsRestart() {
        return false;
    }
}
