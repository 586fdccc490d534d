package dev.andon.knowledge.store;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/// What is done inside one transaction. It must not call a database again: it has the transaction.
@FunctionalInterface
public interface Work<T extends @Nullable Object> {
    /// Does the work; whatever it throws rolls everything back.
    T run(Transaction transaction) throws SQLException;
}
