package dev.andon.node.sync.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest;

/// What the catalog asks of this node for one document.
public sealed interface Step {
    /// What the catalog says of the document.
    Catalog.Entry entry();

    /// To be fetched, tried and taken into use.
    record Install(Catalog.Entry entry, Manifest manifest) implements Step {}

    /// Kept from before: to be taken into use again without fetching anything.
    record Return(Catalog.Entry entry, Revision kept) implements Step {}

    /// Not to be installed.
    ///
    /// @param code as in [LibraryException]
    /// @param reason for a person
    record Refuse(Catalog.Entry entry, String code, String reason) implements Step {}

    /// Its manifest has not come yet.
    record Await(Catalog.Entry entry) implements Step {}
}
