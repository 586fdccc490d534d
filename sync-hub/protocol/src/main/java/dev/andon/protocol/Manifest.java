package dev.andon.protocol;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Hub to everybody, retained, signed, under 4 KiB: one revision of one document.
///
/// @param kind of the document
/// @param id of the document, `[a-z0-9-]{1,64}`
/// @param serial the hub's number of the revision, growing with each
/// @param revision as printed
/// @param title as printed
/// @param created UTC milliseconds
/// @param expires after this it is not installed any more
/// @param appliesTo models of machines; empty: all
/// @param language BCP 47; null if unknown
/// @param issued date as printed, ISO 8601; null if unknown
/// @param documentClass in words, `manual`; null unless it is a manual
/// @param fileName that the document had
/// @param mediaType of the file
/// @param file the file itself
/// @param vectors of its passages, as [dev.andon.protocol.library.VectorRecord]s; null: the node
///     makes them
/// @param questions that must be answered well before it is served, JSON lines; null for none
public record Manifest(
        DocumentKind kind,
        String id,
        long serial,
        String revision,
        String title,
        long created,
        long expires,
        List<String> appliesTo,
        @Nullable String language,
        @Nullable String issued,
        @Nullable String documentClass,
        String fileName,
        String mediaType,
        FileTree file,
        @Nullable Vectors vectors,
        @Nullable FileTree questions)
        implements SyncMessage {
    public Manifest {
        Names.name(id);
        Names.fileName(fileName);
        appliesTo = List.copyOf(appliesTo);
    }

    /// A file as a tree of blocks: the root block lists the blocks of the list, which lists the
    /// blocks of the file. All three levels are blocks by their SHA-256, fetched alike.
    ///
    /// @param sha256 of the whole file, hexadecimal
    /// @param length of the whole file, bytes
    /// @param root SHA-256 of the root block
    /// @param rootLength of the root block, bytes
    public record FileTree(String sha256, long length, String root, int rootLength) {}

    /// Vectors that need not be made again.
    ///
    /// @param embedder fingerprint: a node takes them only if it is its own
    /// @param dimensions of each
    /// @param count of records
    /// @param file of the records; its SHA-256 stands here, so under the signature
    public record Vectors(String embedder, int dimensions, int count, FileTree file) {}
}
