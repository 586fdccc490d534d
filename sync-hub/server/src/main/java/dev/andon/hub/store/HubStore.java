package dev.andon.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The hub's database. What [#write] returned from is committed and on the disk.
///
/// SQLite has one writer at a time (write-ahead log, `synchronous=FULL`) beside readers that see
// the
/// last commit; PostgreSQL has as many as there are connections. Safe to call from any thread.
public final class HubStore implements AutoCloseable {
    private final Dialect dialect;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;

    private HubStore(Dialect dialect, HikariDataSource writers, HikariDataSource readers) {
        this.dialect = dialect;
        this.writers = writers;
        this.readers = readers;
        this.writing = Jdbi.create(writers);
        this.reading = Jdbi.create(readers);
    }

    /// Opens the database and brings its tables up to date.
    ///
    /// @throws StoreException `unknown-database`, `unreachable`, `newer`, `failed`
    public static HubStore open(StoreSettings settings) {
        Dialect dialect = Dialect.of(settings.url());
        HikariDataSource writers = pool(settings, dialect, "andon-hub-write", writersMax(settings));
        try {
            migrate(writers, dialect);
            HikariDataSource readers =
                    dialect == Dialect.SQLITE
                            ? pool(settings, dialect, "andon-hub-read", settings.connectionsMax())
                            : writers;
            return new HubStore(dialect, writers, readers);
        } catch (FlywayException e) {
            writers.close();
            throw new StoreException(
                    "failed",
                    "The tables of %s cannot be brought up to date: %s"
                            .formatted(settings.url(), e.getMessage()),
                    e);
        }
    }

    /// Which database it is, where SQL differs.
    public Dialect dialect() {
        return dialect;
    }

    /// Does the work as one transaction: all of it, or nothing.
    public <T extends @Nullable Object, X extends Exception> T write(HandleCallback<T, X> work)
            throws X {
        return writing.inTransaction(work);
    }

    /// Reads in one transaction.
    public <T extends @Nullable Object, X extends Exception> T read(HandleCallback<T, X> work)
            throws X {
        return reading.inTransaction(work);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    private static int writersMax(StoreSettings settings) {
        return Dialect.of(settings.url()) == Dialect.SQLITE ? 1 : settings.connectionsMax();
    }

    private static void migrate(HikariDataSource source, Dialect dialect) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:dev/andon/hub/store/" + dialect.folder())
                .load()
                .migrate();
    }

    private static HikariDataSource pool(
            StoreSettings settings, Dialect dialect, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        if (settings.user() != null) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        if (dialect == Dialect.SQLITE) {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("busy_timeout", "20000");
            config.addDataSourceProperty(
                    "transaction_mode", name.endsWith("write") ? "IMMEDIATE" : "DEFERRED");
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw new StoreException(
                    "unreachable",
                    "The hub's database %s cannot be opened: %s. Check hub.yaml, and that the server runs."
                            .formatted(settings.url(), e.getMessage()),
                    e);
        }
    }
}
