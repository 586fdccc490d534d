package dev.andon.node.sync.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest;

import java.util.Locale;

/// A document of the library, whatever its revision.
///
/// @param id `[a-z0-9-]{1,64}`
public record Document(DocumentKind kind, String id) {
    static Document of(Catalog.Entry entry) {
        return new Document(entry.kind(), entry.id());
    }

    static Document of(Manifest manifest) {
        return new Document(manifest.kind(), manifest.id());
    }

    /// The kind as topics and facts write it, `manual`.
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// `manual/px200-service`.
    public String label() {
        return word() + "/" + id;
    }
}
