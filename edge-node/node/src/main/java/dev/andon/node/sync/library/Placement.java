package dev.andon.node.sync.library;

import java.io.IOException;
import java.nio.file.Path;

/// Where documents of one kind belong in the node's home, and how they are checked.
public interface Placement {
    /// Where a revision belongs.
    ///
    /// @throws LibraryException `not-readable`: it cannot be told
    Path target(Revision revision);

    /// Checks a file and writes what is to be placed to a draft beside its place.
    ///
    /// @throws LibraryException `not-readable`
    void draft(Path file, Path draft) throws IOException;

    /// Whether a file that a person wrote into this place may be replaced. It is kept beside it.
    boolean replacesByHand();
}
