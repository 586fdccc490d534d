package dev.andon.node.sync.sqlite;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.store.Transaction;
import dev.andon.node.sync.NodeClock;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.fact.Fact;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/// Rows of the outbox, inside the transaction of whoever calls.
public final class OutboxRows {
    /// The kind of fact that may be given up; all others are kept whatever happens.
    public static final String TURN = "turn";

    /// Turns that are looked at in one go when the outbox is too large.
    private static final int DROPPED_AT_ONCE_MAX = 1_000;

    private OutboxRows() {}

    /// Writes a fact as the next event, in the caller's transaction: both are kept, or neither.
    ///
    /// @return its number
    /// @throws StageException `fact-too-large`: it would not fit into a message
    public static long append(Transaction transaction, Fact fact, NodeClock clock)
            throws SQLException {
        long seq =
                transaction.only(
                        "update outbox_state set last_seq = last_seq + 1 returning last_seq",
                        row -> row.getLong(1));
        Event event = new Event(seq, clock.at(), clock.boot(), clock.upMs(), fact);
        String json = EventCodec.text(event);
        if (json.length() > Protocol.EVENT_CHARS_MAX) {
            throw new StageException(
                    Stage.STORE,
                    "fact-too-large",
                    "A fact of kind %s has %d characters; %d are the most. Shorten its texts."
                            .formatted(fact.kind(), json.length(), Protocol.EVENT_CHARS_MAX));
        }
        transaction.update(
                "insert into outbox (seq, kind, at, bytes, chars, json) values (?, ?, ?, ?, ?, ?)",
                seq,
                fact.kind(),
                event.at(),
                bytes(json),
                json.length(),
                json);
        return seq;
    }

    /// Gives up the oldest turns until what waits fits again.
    ///
    /// @return how many
    public static int dropTurnsOver(Transaction transaction, long bytesMax) throws SQLException {
        long over = waitingBytes(transaction) - bytesMax;
        if (over <= 0) {
            return 0;
        }
        // A little more, so that not every further turn drops one.
        long wanted = over + bytesMax / 64;
        int dropped = 0;
        while (wanted > 0) {
            List<long[]> oldest = oldestTurns(transaction);
            if (oldest.isEmpty()) {
                break;
            }
            long last = 0;
            for (long[] turn : oldest) {
                if (wanted > 0) {
                    wanted -= turn[1];
                    last = turn[0];
                }
            }
            dropped += giveUp(transaction, "seq <= " + last, "disk");
        }
        return dropped;
    }

    /// Gives up the turns that were written before a moment of the node's clock.
    ///
    /// @return how many
    public static int expireTurns(Transaction transaction, long before) throws SQLException {
        transaction.update("delete from dead_letter where kind = ? and at < ?", TURN, before);
        return giveUp(transaction, "at < " + before, "expired");
    }

    /// Counts turns that could not even be written, so that they are not lost in silence.
    public static void countUnwritten(Transaction transaction, long turns) throws SQLException {
        transaction.update("update outbox_state set dropped_turns = dropped_turns + ?", turns);
    }

    static int bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long waitingBytes(Transaction transaction) throws SQLException {
        return transaction.only("select bytes from outbox_state", row -> row.getLong(1));
    }

    private static List<long[]> oldestTurns(Transaction transaction) throws SQLException {
        return transaction.list(
                "select seq, bytes from outbox where kind = 'turn' order by seq limit ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                DROPPED_AT_ONCE_MAX);
    }

    /// @param which condition made of this class's own words and a number
    private static int giveUp(Transaction transaction, String which, String reason)
            throws SQLException {
        List<long[]> ranges =
                transaction.list(
                        """
                        select min(seq), max(seq) from (
                          select seq, seq - row_number() over (order by seq) as island
                          from outbox where kind = 'turn' and %s)
                        group by island order by 1
                        """
                                .formatted(which),
                        row -> new long[] {row.getLong(1), row.getLong(2)});
        for (long[] range : ranges) {
            GoneRows.add(transaction, range[0], range[1], reason);
        }
        int count = transaction.update("delete from outbox where kind = 'turn' and " + which);
        countUnwritten(transaction, count);
        return count;
    }
}
