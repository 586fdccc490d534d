package dev.andon.node.sync.sqlite;

import dev.andon.knowledge.store.Transaction;
import dev.andon.protocol.EventBatch.Gone;

import java.sql.SQLException;
import java.util.List;

/// Ranges of numbers that will never come; neighbours of one reason are one range.
final class GoneRows {
    private GoneRows() {}

    static void add(Transaction transaction, long from, long to, String reason)
            throws SQLException {
        long first =
                transaction
                        .first(
                                "select first from outbox_gone where last = ? and reason = ?",
                                row -> row.getLong(1),
                                from - 1,
                                reason)
                        .orElse(from);
        long last =
                transaction
                        .first(
                                "select last from outbox_gone where first = ? and reason = ?",
                                row -> row.getLong(1),
                                to + 1,
                                reason)
                        .orElse(to);
        transaction.update("delete from outbox_gone where first between ? and ?", first, last);
        transaction.update(
                "insert into outbox_gone (first, last, kind, reason) values (?, ?, ?, ?)",
                first,
                last,
                OutboxRows.TURN,
                reason);
    }

    static List<Gone> list(Transaction transaction) throws SQLException {
        return transaction.list(
                "select first, last, kind, reason from outbox_gone order by first",
                row ->
                        new Gone(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4)));
    }

    /// The hub knows everything up to this number.
    static void told(Transaction transaction, long through) throws SQLException {
        transaction.update("delete from outbox_gone where last <= ?", through);
        transaction.update(
                "update outbox_gone set first = ? where first <= ?", through + 1, through);
    }

    static void clear(Transaction transaction) throws SQLException {
        transaction.update("delete from outbox_gone");
    }
}
