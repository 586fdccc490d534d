package dev.andon.knowledge.store;

import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One transaction on one connection: statements by text and values, never by pasted text.
///
/// Whatever tables share a file share this, so that a fact and the message about it commit
/// together. Values may be null, text, numbers, and byte arrays.
public final class Transaction {
    private final Connection connection;
    private final StoreFailure failure;

    Transaction(Connection connection, StoreFailure failure) {
        this.connection = connection;
        this.failure = failure;
    }

    /// Changes rows and tells how many.
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /// Inserts a row and tells its id.
    public long insert(String sql, @Nullable Object... values) throws SQLException {
        update(sql, values);
        return only("select last_insert_rowid()", row -> row.getLong(1));
    }

    /// All rows of a query that is known to be small.
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    /// The first row, if there is one.
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(reader.read(result)) : Optional.empty();
        }
    }

    /// The first row of a query that always has one, such as a count.
    public <T> T only(String sql, RowReader<T> reader, @Nullable Object... values)
            throws SQLException {
        return first(sql, reader, values).orElseThrow(() -> new SQLException("no row: " + sql));
    }

    /// Visits the rows one at a time, for results that are not kept.
    public void each(String sql, RowVisitor visitor, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                visitor.visit(result);
            }
        }
    }

    /// What to throw where a contract without SQL stands between a statement and the [Work].
    public StageException failure(SQLException e) {
        return failure.of(e);
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        return statement;
    }

    /// Sees one row.
    @FunctionalInterface
    public interface RowVisitor {
        /// Reads what it wants of the current row; does not move on.
        void visit(ResultSet row) throws SQLException;
    }
}
