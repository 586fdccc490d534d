package dev.andon.node.journal.sqlite;

import dev.andon.knowledge.store.Transaction;
import dev.andon.node.journal.TurnLog;
import dev.andon.node.journal.UnansweredTurn;
import dev.andon.node.sync.NodeClock;
import dev.andon.node.sync.sqlite.OutboxRows;
import dev.andon.protocol.fact.TurnFact;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Turns with their events. They are kept so many days, here and in the outbox, and make room for
/// one another when the outbox is too large.
public final class TurnTable implements TurnLog {
    /// Turns that are kept here; the oldest make room.
    public static final int TURNS_MAX = 100_000;

    /// Refused questions that are read at once.
    private static final int REFUSED_MAX = 500;

    /// A turn that nobody keeps waits for the hub this long at most.
    private static final int WAITING_DAYS_MIN = 1;

    private final JournalFile file;
    private final NodeClock clock;
    private final int days;
    private final long outboxBytesMax;

    /// @param days that turns are kept; 0: not beyond the sending
    /// @param outboxBytesMax that what waits may take before turns are given up
    public TurnTable(JournalFile file, NodeClock clock, int days, long outboxBytesMax) {
        this.file = file;
        this.clock = clock;
        this.days = days;
        this.outboxBytesMax = outboxBytesMax;
    }

    @Override
    public boolean write(TurnFact turn) {
        return file.turns(
                transaction -> {
                    if (days > 0) {
                        insert(transaction, turn);
                    }
                    OutboxRows.append(transaction, turn, clock);
                    return OutboxRows.dropTurnsOver(transaction, outboxBytesMax);
                });
    }

    /// Removes what has run out of its days, and what is too much. What was removed cannot be read
    /// in the file any more when this returns.
    public void expire() {
        long now = clock.at();
        file.write(
                transaction -> {
                    transaction.update("delete from turn where at < ?", now - daysMs(days));
                    transaction.update(
                            "delete from turn where at < (select at from turn order by at desc"
                                    + " limit 1 offset ?)",
                            TURNS_MAX);
                    OutboxRows.expireTurns(
                            transaction, now - daysMs(Math.max(days, WAITING_DAYS_MIN)));
                    return OutboxRows.dropTurnsOver(transaction, outboxBytesMax);
                });
        file.settle();
    }

    /// Questions of a window of time that were refused, the first one first.
    ///
    /// @param from UTC milliseconds
    /// @param to its end, not in it
    public List<UnansweredTurn> refused(long from, long to) {
        return file.read(
                transaction ->
                        transaction.list(
                                "select at, machine, question from turn where reply = 'refusal'"
                                        + " and at >= ? and at < ? order by at, turn limit ?",
                                row ->
                                        new UnansweredTurn(
                                                row.getLong(1), row.getString(2), row.getString(3)),
                                from,
                                to,
                                REFUSED_MAX));
    }

    /// How many are kept here.
    public long count() {
        return file.read(
                transaction ->
                        transaction.only("select count(*) from turn", row -> row.getLong(1)));
    }

    private void insert(Transaction transaction, TurnFact turn) throws SQLException {
        transaction.update(
                "insert into turn (turn, at, machine, question, reply, text, failure)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                turn.turn(),
                clock.at(),
                turn.machine(),
                turn.question(),
                turn.reply(),
                turn.text(),
                turn.failure());
    }

    private static long daysMs(int days) {
        return Duration.ofDays(days).toMillis();
    }
}
