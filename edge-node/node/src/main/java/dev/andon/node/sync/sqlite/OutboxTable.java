package dev.andon.node.sync.sqlite;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.store.Transaction;
import dev.andon.node.sync.DeadLetter;
import dev.andon.node.sync.FactLog;
import dev.andon.node.sync.NodeClock;
import dev.andon.node.sync.Outbox;
import dev.andon.node.sync.StoredEvent;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventBatch.Gone;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.NodeStatus.OutboxState;
import dev.andon.protocol.fact.Fact;

import java.sql.SQLException;
import java.util.List;

/// The outbox in the journal's file. Another process may append too; its listener hears only what
/// this one wrote.
public final class OutboxTable implements Outbox, FactLog {
    /// Dead letters that are kept; the oldest make room.
    public static final int DEAD_LETTERS_MAX = 10_000;

    private static final int RENUMBERED_AT_ONCE = 1_000;
    private static final String LAST_SEQ = "select last_seq from outbox_state";

    private final FactWriter file;
    private final NodeClock clock;
    private final Wakeup wakeup;

    /// @param wakeup told by the file after each transaction with facts
    public OutboxTable(FactWriter file, NodeClock clock, Wakeup wakeup) {
        this.file = file;
        this.clock = clock;
        this.wakeup = wakeup;
    }

    @Override
    public void write(Fact fact) {
        file.facts(transaction -> OutboxRows.append(transaction, fact, clock));
    }

    @Override
    public String epoch() {
        return file.read(OutboxTable::epoch);
    }

    @Override
    public List<StoredEvent> after(long seq, int eventsMax, int charsMax) {
        return file.read(
                transaction -> {
                    long last = lastThatFits(transaction, seq, eventsMax, charsMax);
                    return transaction.list(
                            "select seq, json from outbox where seq > ? and seq <= ? order by seq",
                            row -> new StoredEvent(row.getLong(1), row.getString(2)),
                            seq,
                            last);
                });
    }

    @Override
    public List<Gone> gone() {
        return file.read(GoneRows::list);
    }

    /// @throws StageException `beyond-outbox`: such a number was never given; see [#renew]
    @Override
    public void committed(long through) {
        file.write(
                transaction -> {
                    long last = transaction.only(LAST_SEQ, row -> row.getLong(1));
                    if (through > last) {
                        throw beyond(through, last);
                    }
                    GoneRows.told(transaction, through);
                    return transaction.update("delete from outbox where seq <= ?", through);
                });
    }

    @Override
    public void rejected(long seq, String code) {
        file.write(
                transaction -> {
                    int kept =
                            transaction.update(
                                    """
                                    insert into dead_letter (epoch, seq, kind, at, code, json)
                                    select ?, seq, kind, at, ?, json from outbox where seq = ?
                                    """,
                                    epoch(transaction),
                                    code,
                                    seq);
                    if (kept > 0) {
                        forgetOldLetters(transaction);
                    }
                    return transaction.update("delete from outbox where seq = ?", seq);
                });
    }

    @Override
    public long lastSeq() {
        return file.read(transaction -> transaction.only(LAST_SEQ, row -> row.getLong(1)));
    }

    @Override
    public List<DeadLetter> deadLetters(int max) {
        return file.read(
                transaction ->
                        transaction.list(
                                """
                                select epoch, seq, kind, at, code, json from dead_letter
                                order by id desc limit ?
                                """,
                                row ->
                                        new DeadLetter(
                                                row.getString(1),
                                                row.getLong(2),
                                                row.getString(3),
                                                row.getLong(4),
                                                row.getString(5),
                                                row.getString(6)),
                                max));
    }

    @Override
    public long sentThrough() {
        return file.read(
                transaction ->
                        transaction.only(
                                "select sent_through from outbox_state", row -> row.getLong(1)));
    }

    @Override
    public void sending(long through) {
        file.write(
                transaction ->
                        transaction.update(
                                "update outbox_state set sent_through = max(sent_through, ?)",
                                through));
    }

    @Override
    public String renew() {
        return file.write(
                transaction -> {
                    long last = renumber(transaction);
                    GoneRows.clear(transaction);
                    transaction.update(
                            """
                            update outbox_state set last_seq = ?, sent_through = 0, epoch = lower(hex(randomblob(8))),
                              bytes = (select coalesce(sum(bytes), 0) from outbox)
                            """,
                            last);
                    return epoch(transaction);
                });
    }

    @Override
    public OutboxState state() {
        return file.read(
                transaction -> {
                    Long oldest =
                            transaction
                                    .first(
                                            "select at from outbox order by seq limit 1",
                                            row -> row.getLong(1))
                                    .orElse(null);
                    return transaction.only(
                            "select waiting, bytes, last_seq, dropped_turns, dead_letters"
                                    + " from outbox_state",
                            row ->
                                    new OutboxState(
                                            row.getLong(1),
                                            row.getLong(2),
                                            oldest,
                                            row.getLong(3),
                                            row.getLong(4),
                                            row.getLong(5)));
                });
    }

    @Override
    public void onAppend(Runnable listener) {
        wakeup.listener(listener);
    }

    private static String epoch(Transaction transaction) throws SQLException {
        return transaction.only("select epoch from outbox_state", row -> row.getString(1));
    }

    /// The last number that may go with the first one after `seq`; 0 if there is none.
    private static long lastThatFits(Transaction transaction, long seq, int eventsMax, int charsMax)
            throws SQLException {
        List<long[]> sizes =
                transaction.list(
                        "select seq, chars from outbox where seq > ? order by seq limit ?",
                        row -> new long[] {row.getLong(1), row.getLong(2)},
                        seq,
                        Math.max(1, eventsMax));
        long last = 0;
        long chars = 0;
        for (long[] size : sizes) {
            chars += size[1];
            if (last > 0 && chars > charsMax) {
                break;
            }
            last = size[0];
        }
        return last;
    }

    private static void forgetOldLetters(Transaction transaction) throws SQLException {
        transaction.update("update outbox_state set dead_letters = dead_letters + 1");
        transaction.update(
                "delete from dead_letter where id <= (select max(id) from dead_letter) - ?",
                DEAD_LETTERS_MAX);
    }

    /// Numbers what waits from 1, page by page: a new number is never above the old one, so that
    /// none is taken twice.
    private static long renumber(Transaction transaction) throws SQLException {
        long done = 0;
        long old = 0;
        List<StoredEvent> page = page(transaction, old);
        while (!page.isEmpty()) {
            for (StoredEvent stored : page) {
                done++;
                old = stored.seq();
                renumber(transaction, stored, done);
            }
            page = page(transaction, old);
        }
        return done;
    }

    private static List<StoredEvent> page(Transaction transaction, long after) throws SQLException {
        return transaction.list(
                "select seq, json from outbox where seq > ? order by seq limit ?",
                row -> new StoredEvent(row.getLong(1), row.getString(2)),
                after,
                RENUMBERED_AT_ONCE);
    }

    private static void renumber(Transaction transaction, StoredEvent stored, long seq)
            throws SQLException {
        Event event = EventCodec.event(stored.json());
        String json =
                EventCodec.text(
                        new Event(seq, event.at(), event.boot(), event.upMs(), event.fact()));
        transaction.update(
                "update outbox set seq = ?, json = ?, bytes = ?, chars = ? where seq = ?",
                seq,
                json,
                OutboxRows.bytes(json),
                json.length(),
                stored.seq());
    }

    private static StageException beyond(long through, long last) {
        return new StageException(
                Stage.STORE,
                "beyond-outbox",
                "The hub knows numbers up to %d, and this outbox gave none above %d: its file is a copy. Begin a new epoch."
                        .formatted(through, last));
    }
}
