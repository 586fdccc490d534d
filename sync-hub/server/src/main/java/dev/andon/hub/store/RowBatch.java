package dev.andon.hub.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Many rows of one statement, sent together inside the transaction of a handle. Made for the
/// hot path: a statement a row costs PostgreSQL ten times as much.
///
/// One batch must not name the same key twice if its statement updates on conflict: the rows may
/// travel as one statement, and PostgreSQL refuses to change a row twice in one. Not thread-safe.
public final class RowBatch implements AutoCloseable {
    /// Rows that travel together.
    private static final int ROWS_MAX = 500;

    private final Handle handle;
    private final String sql;
    private @Nullable PreparedStatement statement;
    private int rows;

    /// @param sql with a `?` for each value
    public RowBatch(Handle handle, String sql) {
        this.handle = handle;
        this.sql = sql;
    }

    /// Adds a row. Text is written as [StorableText].
    ///
    /// @param values texts, numbers, booleans or null, in the order of the question marks
    public void add(@Nullable Object... values) {
        try {
            PreparedStatement into = statement();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                into.setObject(i + 1, value instanceof String text ? StorableText.of(text) : value);
            }
            into.addBatch();
            rows++;
            if (rows == ROWS_MAX) {
                send();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// Sends what is left.
    public void send() {
        if (rows == 0) {
            return;
        }
        try {
            statement().executeBatch();
            rows = 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement statement() throws SQLException {
        PreparedStatement there = statement;
        if (there == null) {
            there = handle.getConnection().prepareStatement(sql);
            statement = there;
        }
        return there;
    }

    /// As Jdbi would say it, so that [HubStore#write] makes the same of it.
    private static UnableToExecuteStatementException failed(SQLException e) {
        return new UnableToExecuteStatementException(e, null);
    }
}
