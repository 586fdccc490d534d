package dev.andon.hub.library;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the library has, what it told the fleet, and what came of it.
///
/// @param catalogVersion that holds; 0 before anything was staged
/// @param catalogExpires UTC milliseconds; 0 before anything was staged
/// @param documents by kind and id
public record LibraryStatus(
        long catalogVersion, long catalogExpires, List<DocumentStatus> documents) {
    public LibraryStatus {
        documents = List.copyOf(documents);
    }

    /// @param document kind and id
    /// @param revisions the newest first
    /// @param rings that are to serve it, in their order
    public record DocumentStatus(
            String document, List<RevisionStatus> revisions, List<RingStatus> rings) {
        public DocumentStatus {
            revisions = List.copyOf(revisions);
            rings = List.copyOf(rings);
        }
    }

    /// @param added UTC milliseconds
    /// @param bytes of the file
    /// @param blocksServed to nodes; one that many nodes heard at once counts once
    /// @param bytesServed likewise
    public record RevisionStatus(
            long serial,
            String revision,
            String title,
            long added,
            long bytes,
            long blocksServed,
            long bytesServed) {}

    /// @param rollback whether it is a step back
    /// @param staged UTC milliseconds
    /// @param halted why nobody else gets it; null while it goes on
    /// @param nodes of the ring
    public record RingStatus(
            String ring,
            long serial,
            String revision,
            boolean rollback,
            long staged,
            @Nullable String halted,
            List<NodeState> nodes) {
        public RingStatus {
            nodes = List.copyOf(nodes);
        }
    }
}
