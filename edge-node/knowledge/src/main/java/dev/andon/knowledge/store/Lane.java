package dev.andon.knowledge.store;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// One connection and the one platform thread that uses it: SQLite is native code, which would hold
/// the carrier of a virtual thread.
final class Lane implements AutoCloseable {
    private static final int CLOSE_SECONDS_MAX = 30;

    private static final ScopedValue<Lane> UNDER_WAY = ScopedValue.newInstance();

    private final Connection connection;
    private final String begin;
    private final StoreFailure failure;
    private final ExecutorService thread;

    Lane(String name, Connection connection, String begin, StoreFailure failure) {
        this.connection = connection;
        this.begin = begin;
        this.failure = failure;
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon(true).name(name).factory());
    }

    /// Runs the work as one transaction and waits for it.
    <T extends @Nullable Object> T run(Work<T> work) {
        return await(() -> transact(work));
    }

    /// Runs a statement that no transaction may hold and waits for it.
    void execute(String sql) {
        await(
                () -> {
                    try {
                        executed(sql);
                        return Boolean.TRUE;
                    } catch (SQLException e) {
                        throw failure.of(e);
                    }
                });
    }

    private <T extends @Nullable Object> T await(Callable<T> task) {
        if (UNDER_WAY.isBound()) {
            throw new IllegalStateException("a transaction is under way on this thread: use it");
        }
        try {
            return submit(task).get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StageException(
                    Stage.STORE,
                    "interrupted",
                    "The wait for the database was interrupted; what was asked of it still runs to"
                            + " its end.",
                    e);
        }
    }

    private <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        try {
            return thread.submit(() -> ScopedValue.where(UNDER_WAY, this).call(task::call));
        } catch (RejectedExecutionException e) {
            throw new StageException(
                    Stage.STORE,
                    "database-closed",
                    "The database is closed: Andon is being shut down.",
                    e);
        }
    }

    private <T extends @Nullable Object> T transact(Work<T> work) {
        boolean done = false;
        try {
            executed(begin);
            try {
                T result = work.run(new Transaction(connection, failure));
                executed("commit");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback();
                }
            }
        } catch (SQLException e) {
            throw failure.of(e);
        }
    }

    /// SQLite itself ends the transaction on some failures, so there may be none left to undo.
    private void rollback() throws SQLException {
        if (!connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("rollback");
            } catch (SQLException e) {
                if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                    throw e;
                }
            }
        }
    }

    private void executed(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }

    /// Waits for the work under way, then closes the connection.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw failure.of(e);
        }
    }
}
