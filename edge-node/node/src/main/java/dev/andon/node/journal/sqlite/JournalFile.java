package dev.andon.node.journal.sqlite;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Work;
import dev.andon.node.journal.Reserve;
import dev.andon.node.journal.Room;
import dev.andon.node.sync.sqlite.FactWriter;
import dev.andon.node.sync.sqlite.OutboxRows;
import dev.andon.node.sync.sqlite.Wakeup;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// The journal's file, with the reserve that facts fall back on. Safe to call from any thread.
///
/// A damaged file is opened for reading, if it can be read at all, and refuses every write with
/// what mends it.
public final class JournalFile implements FactWriter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
    private static final String CORRUPT = "database-corrupt";
    private static final String FULL = "disk-full";

    /// SQLite reports a full disk as a failure of reading or writing where the file of its shared
    /// memory cannot grow.
    private static final String IO = "database-io";

    /// With less than this free, such a failure means a full disk.
    private static final long ROOM_BYTES_MIN = 1 << 20;

    private final Path path;
    private final @Nullable Database database;
    private final @Nullable StageException damage;
    private final Reserve reserve;
    private final Wakeup wakeup;
    private final AtomicLong unwrittenTurns = new AtomicLong();
    private volatile boolean full;

    private JournalFile(
            Path path,
            @Nullable Database database,
            @Nullable StageException damage,
            Reserve reserve,
            Wakeup wakeup) {
        this.path = path;
        this.database = database;
        this.damage = damage;
        this.reserve = reserve;
        this.wakeup = wakeup;
    }

    /// Opens the file, making it where there is none.
    ///
    /// @param wakeup run after each transaction with facts
    /// @throws StageException it was written by a newer Andon, or cannot be written
    public static JournalFile open(Path path, Reserve reserve, Wakeup wakeup) {
        try {
            return whole(path, reserve, wakeup);
        } catch (StageException e) {
            if (e.code().equals(CORRUPT)) {
                LOG.error("{}", e.getMessage());
                return new JournalFile(path, readable(path), e, reserve, wakeup);
            }
            if (!isFull(e, reserve)) {
                throw e;
            }
            reserve.giveUp();
            return whole(path, reserve, wakeup);
        }
    }

    private static JournalFile whole(Path path, Reserve reserve, Wakeup wakeup) {
        Database database = Database.open(path, JournalSchema.SCHEMA);
        try {
            // For the connection that deletes: what leaves is overwritten with zeros.
            database.write(
                    transaction ->
                            transaction.only("pragma secure_delete = on", row -> row.getInt(1)));
            return new JournalFile(path, database, null, reserve, wakeup);
        } catch (StageException e) {
            database.close();
            throw e;
        }
    }

    private static @Nullable Database readable(Path path) {
        try {
            return Database.openToRead(path, JournalSchema.SCHEMA);
        } catch (StageException e) {
            LOG.error("Nothing of the damaged journal can be read: {}", e.getMessage());
            return null;
        }
    }

    /// What is wrong with the file; null if nothing is.
    public @Nullable StageException damage() {
        return damage;
    }

    @Override
    public <T extends @Nullable Object> T facts(Work<T> work) {
        T result = write(work);
        wakeup.run();
        return result;
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        Database whole = whole();
        try {
            T result = whole.write(work);
            full = false;
            return result;
        } catch (StageException e) {
            if (!isFull(e, reserve)) {
                throw e;
            }
            return writeFromReserve(whole, work);
        }
    }

    /// One transaction for a turn, which may not touch the reserve.
    ///
    /// @return false: there is no room for turns; it was counted
    public boolean turns(Work<?> work) {
        Database whole = whole();
        if (room() != Room.ENOUGH) {
            unwrittenTurns.incrementAndGet();
            return false;
        }
        long missed = unwrittenTurns.getAndSet(0);
        boolean written = false;
        try {
            whole.write(
                    transaction -> {
                        OutboxRows.countUnwritten(transaction, missed);
                        return work.run(transaction);
                    });
            written = true;
        } catch (StageException e) {
            if (!isFull(e, reserve)) {
                throw e;
            }
        } finally {
            unwrittenTurns.addAndGet(written ? 0 : missed + 1);
        }
        if (written) {
            wakeup.run();
        }
        return written;
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        if (database == null) {
            throw whatIsWrong();
        }
        return database.read(work);
    }

    /// What the disk has left.
    public Room room() {
        if (full) {
            return Room.NONE;
        }
        boolean low = !reserve.held() && reserve.freeBytes() < reserve.bytes();
        return low ? Room.RESERVE_IN_USE : Room.ENOUGH;
    }

    /// Looks again whether there is room, and holds the reserve again if there is.
    public void regainRoom() {
        reserve.rebuild();
        if (reserve.held() || reserve.freeBytes() >= reserve.bytes()) {
            full = false;
        }
    }

    /// Makes what was deleted unreadable in the write-ahead log too.
    public void settle() {
        whole().checkpoint();
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }

    private Database whole() {
        if (database == null || damage != null) {
            throw whatIsWrong();
        }
        return database;
    }

    private StageException whatIsWrong() {
        return damage == null
                ? new StageException(Stage.STORE, CORRUPT, "The journal " + path + " is damaged.")
                : new StageException(
                        damage.stage(), damage.code(), String.valueOf(damage.getMessage()), damage);
    }

    private <T extends @Nullable Object> T writeFromReserve(Database whole, Work<T> work) {
        if (reserve.held()) {
            LOG.warn(
                    "The disk of {} is full: the reserve is given up, and turns are not recorded",
                    path);
        }
        reserve.giveUp();
        try {
            T result = whole.write(work);
            full = false;
            return result;
        } catch (StageException e) {
            if (!isFull(e, reserve)) {
                throw e;
            }
            full = true;
            throw new StageException(
                    Stage.STORE,
                    FULL,
                    "The disk of %s is full, and so is its reserve: nothing was recorded. Free room on that disk; Andon goes on by itself."
                            .formatted(path),
                    e);
        }
    }

    private static boolean isFull(StageException e, Reserve reserve) {
        return e.code().equals(FULL) || e.code().equals(IO) && reserve.freeBytes() < ROOM_BYTES_MIN;
    }
}
