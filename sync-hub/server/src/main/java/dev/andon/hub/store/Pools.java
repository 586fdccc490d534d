package dev.andon.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Connections to the database, a bounded number of them.
final class Pools {
    /// How long somebody waits for a connection before the store counts as unreachable.
    private static final long CONNECTION_MS_MAX = 10_000;

    /// How long SQLite waits for another process that writes.
    private static final int BUSY_MS_MAX = 20_000;

    /// And how often this looks, where SQLite does not.
    private static final long BUSY_LOOK_NANOS = 20_000_000;

    /// How long one answer of PostgreSQL may take before the connection counts as dead.
    private static final int ANSWER_SECONDS_MAX = 300;

    private Pools() {}

    /// Those that write; they read too where the database can do both at once.
    static HikariDataSource writers(StoreSettings settings) {
        HikariConfig config = config(settings, "andon-hub-write");
        switch (Dialect.of(settings.url())) {
            case SQLITE -> {
                config.setMaximumPoolSize(1);
                sqlite(config, "IMMEDIATE");
                config.addDataSourceProperty("secure_delete", "true");
            }
            case POSTGRESQL -> {
                config.setMaximumPoolSize(settings.connectionsMax());
                postgresql(config);
            }
        }
        return open(settings, config);
    }

    /// Those that read only.
    static HikariDataSource readers(StoreSettings settings, HikariDataSource writers) {
        return switch (Dialect.of(settings.url())) {
            case POSTGRESQL -> writers;
            case SQLITE -> {
                HikariConfig config = config(settings, "andon-hub-read");
                config.setMaximumPoolSize(settings.connectionsMax());
                sqlite(config, "DEFERRED");
                config.setConnectionInitSql("pragma query_only = true");
                yield open(settings, config);
            }
        };
    }

    private static HikariConfig config(StoreSettings settings, String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setPoolName(name);
        config.setConnectionTimeout(CONNECTION_MS_MAX);
        if (settings.user() != null) {
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        return config;
    }

    private static void sqlite(HikariConfig config, String transaction) {
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", String.valueOf(BUSY_MS_MAX));
        config.addDataSourceProperty("transaction_mode", transaction);
    }

    private static void postgresql(HikariConfig config) {
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", String.valueOf(ANSWER_SECONDS_MAX));
        config.addDataSourceProperty("ApplicationName", "andon-hub");
    }

    /// SQLite waits for others by itself, but not where the first two turn its log on at once.
    private static HikariDataSource open(StoreSettings settings, HikariConfig config) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MS_MAX);
        while (true) {
            try {
                return new HikariDataSource(config);
            } catch (PoolInitializationException e) {
                if (!Failures.isBusy(e) || System.nanoTime() > end) {
                    throw Failures.of(settings, e);
                }
                LockSupport.parkNanos(BUSY_LOOK_NANOS);
            }
        }
    }
}
