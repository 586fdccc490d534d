package dev.andon.hub.store;

import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// The hub's database. What [#write] returned from is committed and on the disk.
///
/// SQLite has one writer at a time (write-ahead log, `synchronous=FULL`) beside readers that see
/// the last commit; PostgreSQL has as many as there are connections. Safe to call from any thread;
/// with SQLite from platform threads, since its calls are native.
public final class HubStore implements AutoCloseable {
    private final StoreSettings settings;
    private final Dialect dialect;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;

    private HubStore(StoreSettings settings, HikariDataSource writers, HikariDataSource readers) {
        this.settings = settings;
        this.dialect = Dialect.of(settings.url());
        this.writers = writers;
        this.readers = readers;
        this.writing = Jdbi.create(writers);
        this.reading = Jdbi.create(readers);
    }

    /// Opens the database and brings its tables up to date.
    ///
    /// @throws StoreException `unknown-database`, `unreachable`, `damaged`, `newer`, `failed`
    public static HubStore open(StoreSettings settings) {
        HikariDataSource writers = Pools.writers(settings);
        try {
            Migrations.run(writers, settings);
            return new HubStore(settings, writers, Pools.readers(settings, writers));
        } catch (StoreException e) {
            writers.close();
            throw e;
        }
    }

    /// Which database it is, where SQL differs.
    public Dialect dialect() {
        return dialect;
    }

    /// Does the work as one transaction: all of it, or nothing.
    ///
    /// @throws StoreException `unreachable`, `damaged`, `disk-full`, `conflict` (another
    ///     transaction was in the way: do it again), `failed`
    public <T extends @Nullable Object, X extends Exception> T write(HandleCallback<T, X> work)
            throws X {
        try {
            return writing.inTransaction(work);
        } catch (JdbiException e) {
            throw Failures.of(settings, e);
        }
    }

    /// Reads in one transaction, all of it from the same commit. SQLite refuses to write in it.
    ///
    /// @throws StoreException as [#write]
    public <T extends @Nullable Object, X extends Exception> T read(HandleCallback<T, X> work)
            throws X {
        try {
            return reading.inTransaction(dialect.snapshot(), work);
        } catch (JdbiException e) {
            throw Failures.of(settings, e);
        }
    }

    /// Whether it answers.
    ///
    /// @throws StoreException `unreachable`, `damaged`, `failed`
    public void check() {
        read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
