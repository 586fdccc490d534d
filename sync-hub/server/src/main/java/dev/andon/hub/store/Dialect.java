package dev.andon.hub.store;

import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// The databases that the hub can stand on.
public enum Dialect {
    /// One file; the default.
    SQLITE,
    /// For many nodes, or several workers.
    POSTGRESQL;

    /// Of a JDBC address.
    ///
    /// @throws StoreException `unknown-database`
    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new StoreException(
                "unknown-database",
                "The hub knows jdbc:sqlite:FILE and jdbc:postgresql://HOST/NAME, not this address: "
                        + url);
    }

    /// What reads all of a transaction from one commit. SQLite does so anyway.
    TransactionIsolationLevel snapshot() {
        return switch (this) {
            case SQLITE -> TransactionIsolationLevel.SERIALIZABLE;
            case POSTGRESQL -> TransactionIsolationLevel.REPEATABLE_READ;
        };
    }

    /// In a migration, `${identity}`: the type of a key that the database counts up by itself.
    String identity() {
        return switch (this) {
            case SQLITE -> "integer";
            case POSTGRESQL -> "bigint generated always as identity";
        };
    }
}
