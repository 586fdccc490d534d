package dev.andon.hub.web;

import dev.andon.hub.library.LibraryException;
import dev.andon.knowledge.StageException;
import dev.andon.models.ModelException;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Does the library's work for requests, on platform threads: database and embedder are native code
/// and would hold the carriers of virtual ones. Makes refusals of the library what a client is
/// told.
final class LibraryDesk implements AutoCloseable {
    private static final int THREADS = 3;
    private static final int WAITING_MAX = 64;
    private static final long SIGN_SECONDS = 5;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING_MAX),
                    Thread.ofPlatform().daemon(true).name("andon-library-desk-", 0).factory());

    /// Waits for the work. If the caller is interrupted, so is the work.
    <T> T on(Callable<T> work) {
        return on(work, () -> {});
    }

    /// The same, with something to do every few seconds meanwhile: a connection on which nothing
    /// moves is taken for a dead one.
    <T> T on(Callable<T> work, Runnable sign) {
        Future<T> future = submit(work);
        try {
            return await(future, sign);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "interrupted", "The request was given up.", "library", null)
                    .refused();
        } catch (ExecutionException e) {
            throw told(e.getCause());
        } finally {
            // Nobody waits any more if it is not done.
            future.cancel(true);
        }
    }

    private static <T> T await(Future<T> future, Runnable sign)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return future.get(SIGN_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                sign.run();
            }
        }
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Problem(
                            503,
                            "busy",
                            "More than %d requests wait for the library.".formatted(WAITING_MAX),
                            "library",
                            "Try again in a moment.")
                    .refused();
        }
    }

    private static RuntimeException told(@Nullable Throwable cause) {
        return switch (cause) {
            case LibraryException refused ->
                    problem(status(refused.code()), refused.code(), refused);
            case StageException failed -> problem(503, failed.code(), failed);
            case ModelException failed -> problem(503, failed.code(), failed);
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private static Problem.Refused problem(int status, String code, RuntimeException failure) {
        return new Problem(status, code, String.valueOf(failure.getMessage()), "library", null)
                .refused();
    }

    private static int status(String code) {
        return switch (code) {
            case "unknown-document", "unknown-revision", "unknown-ring" -> 404;
            case "busy",
                    "id-taken",
                    "no-previous",
                    "not-proven",
                    "not-staged",
                    "older",
                    "revision-order" ->
                    409;
            case "too-large", "catalog-too-large", "manifest-too-large" -> 413;
            case "damaged" -> 500;
            default -> 400;
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
