package dev.andon.knowledge.store;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Brings a file up to the schema's version, each script in a transaction of its own.
///
/// The version stands in the file's `user_version`. A file that a newer Andon wrote is refused,
/// since an older program would misread it.
record Migrations(Schema schema) {
    void migrate(Path file, Connection connection) throws SQLException {
        int from = version(connection);
        if (from > schema.version()) {
            throw new StageException(
                    Stage.STORE,
                    "database-newer",
                    "The database %s was written by a newer Andon (version %d, this one knows %d). Install that Andon, or put an older copy of the file back."
                            .formatted(file, from, schema.version()));
        }
        for (int version = from; version < schema.version(); version++) {
            apply(connection, schema.scripts().get(version), version + 1);
        }
    }

    /// `executeUpdate` hands the whole script to SQLite, which cuts it, triggers included. The
    /// version is read again inside the transaction: two programs may open a new file at once.
    private void apply(Connection connection, String script, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                if (version(connection) < version) {
                    statement.executeUpdate(text(script));
                    statement.execute("pragma user_version = " + version);
                }
                statement.execute("commit");
            } catch (SQLException e) {
                statement.execute("rollback");
                throw e;
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            return row.getInt(1);
        }
    }

    private String text(String script) {
        try (InputStream in = schema.anchor().getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException(
                        "no migration " + script + " beside " + schema.anchor());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
