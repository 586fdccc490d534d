package dev.andon.node.sync.library.sqlite;

import dev.andon.knowledge.store.Schema;

import java.util.List;

/// The tables of the library's ledger.
final class LedgerSchema {
    static final Schema SCHEMA =
            new Schema(
                    LedgerSchema.class,
                    List.of("001-library.sql"),
                    "It is moved aside when the node starts; what the hub publishes is then"
                            + " installed anew.");

    private LedgerSchema() {}
}
