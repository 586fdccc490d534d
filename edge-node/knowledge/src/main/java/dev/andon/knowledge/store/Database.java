package dev.andon.knowledge.store;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One SQLite file: one writer, [#READERS] readers, each on a platform thread of its own.
///
/// What [#write] returned from is on the disk (write-ahead log, `synchronous=FULL`). A reader sees
/// the file as it was when its work began, whatever is written meanwhile. Safe to call from any
/// thread; the caller waits. Failures are [StageException]s of the stage `store`:
/// `database-corrupt`, `database-newer`, `database-unwritable`, `disk-full`, `database-busy`,
/// `database-io`, `database-closed`, `database-failed`.
public final class Database implements AutoCloseable {
    /// Reads that may run at once; on the smallest box two cores do all the work.
    public static final int READERS = 3;

    /// Calls that may wait for the writer, and as many for the readers.
    public static final int WAITING_MAX = 256;

    /// How long a call waits for a free reader, or for another program that holds the file.
    public static final int WAIT_MS_MAX = 20_000;

    private static final String BEGIN_WRITE = "begin immediate";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path file;
    private final Lane writer;
    private final List<Lane> readers;
    private final BlockingQueue<Lane> idle;
    private final Semaphore writes = new Semaphore(WAITING_MAX);
    private final Semaphore reads = new Semaphore(WAITING_MAX);

    private Database(Path file, Lane writer, List<Lane> readers) {
        this.file = file;
        this.writer = writer;
        this.readers = List.copyOf(readers);
        this.idle = new LinkedBlockingQueue<>(readers);
    }

    /// Opens the file, making it where there is none, checks it and brings it up to date.
    ///
    /// @throws StageException the file is damaged, newer than this program, or cannot be written;
    ///     it is left as it was
    public static Database open(Path file, Schema schema) {
        Path absolute = file.toAbsolutePath().normalize();
        makeFolder(absolute);
        StoreFailure failure = new StoreFailure(absolute, schema.mend());
        try {
            return open(absolute, schema, failure);
        } catch (SQLException e) {
            throw failure.of(e);
        }
    }

    /// Opens a file that can be made anew from what it was derived from: a damaged one is set
    /// aside.
    ///
    /// @param damaged told where a damaged file lies now
    /// @throws StageException the file is newer than this program, or cannot be written
    public static Database openOrSetAside(Path file, Schema schema, Consumer<Path> damaged) {
        try {
            return open(file, schema);
        } catch (StageException e) {
            if (!e.code().equals(StoreFailure.CORRUPT)) {
                throw e;
            }
            damaged.accept(setAside(file.toAbsolutePath().normalize()));
            return open(file, schema);
        }
    }

    /// Opens a damaged file to read what can still be read of it: it is neither checked nor
    /// brought up to date, and nothing is written to it. Reading a damaged page fails with
    /// `database-corrupt`.
    ///
    /// @throws StageException nothing of the file can be read
    public static Database openToRead(Path file, Schema schema) {
        Path absolute = file.toAbsolutePath().normalize();
        StoreFailure failure = new StoreFailure(absolute, schema.mend());
        try {
            Lane none =
                    new Lane("andon-store-writer", connect(absolute, true), BEGIN_WRITE, failure);
            return new Database(absolute, none, readers(absolute, failure));
        } catch (SQLException e) {
            throw failure.of(e);
        }
    }

    /// Moves a damaged file out of the way and tells its new name; nothing is deleted.
    public static Path setAside(Path file) {
        String suffix = ".damaged-" + LocalDateTime.now().format(STAMP);
        try {
            for (String part : List.of("-wal", "-shm", "")) {
                Path source = Path.of(file + part);
                if (Files.exists(source)) {
                    Files.move(source, Path.of(file + suffix + part));
                }
            }
        } catch (IOException e) {
            throw new StageException(
                    Stage.STORE,
                    "database-unwritable",
                    "The damaged database %s could not be moved aside: %s. Move it by hand."
                            .formatted(file, e.getMessage()),
                    e);
        }
        return Path.of(file + suffix);
    }

    /// The file.
    public Path file() {
        return file;
    }

    /// Does the work as one transaction: all of it, or nothing.
    public <T extends @Nullable Object> T write(Work<T> work) {
        admit(writes);
        try {
            return writer.run(work);
        } finally {
            writes.release();
        }
    }

    /// Reads in one transaction, so that all of it sees the same moment. Writing is refused.
    public <T extends @Nullable Object> T read(Work<T> work) {
        admit(reads);
        try {
            Lane lane = idleReader();
            try {
                return lane.run(work);
            } finally {
                idle.add(lane);
            }
        } finally {
            reads.release();
        }
    }

    /// Brings what was written into the file itself and empties the write-ahead log, so that
    /// nothing deleted stays readable there. Does as much as readers allow.
    public void checkpoint() {
        admit(writes);
        try {
            writer.execute("pragma wal_checkpoint(truncate)");
        } finally {
            writes.release();
        }
    }

    /// Waits for what is under way, then closes the file.
    @Override
    public void close() {
        readers.forEach(Lane::close);
        writer.close();
    }

    private Lane idleReader() {
        try {
            Lane lane = idle.poll(WAIT_MS_MAX, TimeUnit.MILLISECONDS);
            if (lane == null) {
                throw busy();
            }
            return lane;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageException(
                    Stage.STORE, "interrupted", "The wait for the database was interrupted.", e);
        }
    }

    private void admit(Semaphore waiting) {
        if (!waiting.tryAcquire()) {
            throw busy();
        }
    }

    private StageException busy() {
        return new StageException(
                Stage.STORE,
                "database-busy",
                "Too many calls wait for the database %s; ask again in a moment.".formatted(file));
    }

    private static Database open(Path file, Schema schema, StoreFailure failure)
            throws SQLException {
        Connection writing = connect(file, false);
        List<Lane> lanes = new ArrayList<>();
        try {
            check(writing, failure);
            new Migrations(schema).migrate(file, writing);
            lanes.add(new Lane("andon-store-writer", writing, BEGIN_WRITE, failure));
            lanes.addAll(readers(file, failure));
            return new Database(file, lanes.getFirst(), lanes.subList(1, lanes.size()));
        } catch (SQLException | RuntimeException e) {
            lanes.forEach(Lane::close);
            writing.close();
            throw e;
        }
    }

    private static List<Lane> readers(Path file, StoreFailure failure) throws SQLException {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 1; i <= READERS; i++) {
            lanes.add(new Lane("andon-store-reader-" + i, connect(file, true), "begin", failure));
        }
        return lanes;
    }

    private static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MS_MAX);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = " + readOnly);
        }
        return connection;
    }

    private static void check(Connection connection, StoreFailure failure) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma quick_check(1)")) {
            String verdict = row.getString(1);
            if (!"ok".equals(verdict)) {
                throw failure.corrupt(verdict, new SQLException(verdict));
            }
        }
    }

    private static void makeFolder(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StageException(
                    Stage.STORE,
                    "database-unwritable",
                    "The folder %s for the database cannot be made (%s). Name another folder, or make it and give this user the right to write there."
                            .formatted(folder, e),
                    e);
        }
    }
}
