package dev.andon.hub.store;

import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import java.util.Locale;

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

    /// The folder of the SQL files that are its own.
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
