package dev.andon.node.sync.library;

import dev.andon.protocol.Manifest;

/// One revision of a document, as far as it is here.
///
/// @param manifest as signed
/// @param manifestSha256 of the manifest's payload
/// @param state how far it is
/// @param begun the node's clock when it was first wanted, UTC milliseconds
public record Revision(Manifest manifest, String manifestSha256, State state, long begun) {
    /// How far a revision is.
    public enum State {
        /// Being fetched, tried, or refused and still wanted.
        PENDING,
        /// In use; one a document.
        SERVING,
        /// What was in use before, kept for a roll-back; one a document.
        PREVIOUS
    }

    /// Which document it is of.
    public Document document() {
        return Document.of(manifest);
    }

    /// The hub's number of it.
    public long serial() {
        return manifest.serial();
    }
}
