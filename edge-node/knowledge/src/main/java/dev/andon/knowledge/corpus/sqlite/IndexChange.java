package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;

/// A change of the index. Every change ages what was derived from the index.
@FunctionalInterface
interface IndexChange {
    /// Changes rows and tells how many.
    int make(Transaction transaction) throws SQLException;

    /// Makes the change as one transaction.
    static int in(Database database, IndexChange change) {
        return database.write(
                transaction -> {
                    int rows = change.make(transaction);
                    transaction.update("update index_generation set generation = generation + 1");
                    return rows;
                });
    }
}
