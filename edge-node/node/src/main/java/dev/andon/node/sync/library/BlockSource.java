package dev.andon.node.sync.library;

import java.io.IOException;

/// Where blocks come from: the hub, or a bundle.
@FunctionalInterface
interface BlockSource {
    /// Brings what a fetch lacks, until it is complete or this source has no more for now; then the
    /// fetch goes on another time.
    ///
    /// @param manifestSha256 of the manifest that the blocks belong to
    /// @throws LibraryException `corrupt-block`, `block-missing`, `corrupt-file`
    void bring(Fetch fetch, String manifestSha256) throws IOException, InterruptedException;
}
