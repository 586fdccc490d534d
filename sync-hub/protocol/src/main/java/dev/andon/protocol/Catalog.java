package dev.andon.protocol;

import java.util.List;

/// Hub to everybody, retained, signed: which revision each ring of nodes is to serve. A node keeps
/// the highest version that it has seen and refuses a lower one.
///
/// @param site of the plant
/// @param version grows with every change
/// @param issued UTC milliseconds
/// @param expires after this nothing new is installed by it; what serves goes on serving
/// @param rings nodes by ring; who is in none is in [#EVERYONE]
/// @param entries what is to be served
public record Catalog(
        String site, long version, long issued, long expires, List<Ring> rings, List<Entry> entries)
        implements SyncMessage {
    /// The ring of those that are in no other; it comes last.
    public static final String EVERYONE = "everyone";

    public Catalog {
        Names.name(site);
        rings = List.copyOf(rings);
        entries = List.copyOf(entries);
    }

    /// The ring of a node.
    public String ringOf(String node) {
        return rings.stream()
                .filter(ring -> ring.nodes().contains(node))
                .map(Ring::name)
                .findFirst()
                .orElse(EVERYONE);
    }

    /// @param name `canary`
    /// @param nodes in it
    public record Ring(String name, List<String> nodes) {
        public Ring {
            Names.name(name);
            nodes = Names.names(nodes);
        }
    }

    /// One document in one ring's eyes; at most one entry a document and ring.
    ///
    /// @param kind of the document
    /// @param id of the document
    /// @param serial the hub's number of the revision, growing with each
    /// @param revision as printed
    /// @param manifestSha256 of the payload of the manifest's envelope
    /// @param rings that are to serve it
    /// @param rollback true: to be served even where a later one is
    public record Entry(
            DocumentKind kind,
            String id,
            long serial,
            String revision,
            String manifestSha256,
            List<String> rings,
            boolean rollback) {
        public Entry {
            Names.name(id);
            Names.sha256(manifestSha256);
            rings = Names.names(rings);
        }
    }
}
