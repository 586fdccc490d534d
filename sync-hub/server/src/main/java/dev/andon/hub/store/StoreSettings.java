package dev.andon.hub.store;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// Where the hub's database is.
///
/// @param url `jdbc:sqlite:FILE` or `jdbc:postgresql://HOST:PORT/NAME`
/// @param user null for SQLite
/// @param password null for SQLite, and where the server asks for none
/// @param connectionsMax of PostgreSQL; SQLite has one writer and some readers
public record StoreSettings(
        String url, @Nullable String user, @Nullable String password, int connectionsMax) {
    /// A file.
    public static StoreSettings sqlite(Path file) {
        return new StoreSettings("jdbc:sqlite:" + file.toAbsolutePath(), null, null, 4);
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "StoreSettings[%s, user %s]".formatted(url, user);
    }
}
