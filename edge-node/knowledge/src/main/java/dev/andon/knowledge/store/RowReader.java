package dev.andon.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Makes one value of the row that the result stands on.
@FunctionalInterface
public interface RowReader<T> {
    /// Reads the current row; does not move on.
    T read(ResultSet row) throws SQLException;
}
