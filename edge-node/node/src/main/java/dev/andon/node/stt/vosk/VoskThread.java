package dev.andon.node.stt.vosk;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The platform thread on which all native code runs, one call at a time: it must not hold the
/// carrier of a virtual thread.
final class VoskThread implements AutoCloseable {
    /// How many calls may wait for the one that is being served.
    static final int WAITING_MAX = 16;

    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.MILLISECONDS,
                    new ArrayBlockingQueue<>(WAITING_MAX),
                    Thread.ofPlatform().name("vosk").daemon().factory());

    /// Waits for the call's turn and for its outcome.
    ///
    /// @throws StageException what the call throws, or `recogniser-closed`, `recogniser-busy`,
    ///     `interrupted`, `recognition-failed`
    <T> T call(Callable<T> call) {
        Future<T> outcome = submit(call);
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted", "Hearing was interrupted before the words were known.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StageException failure) {
                throw failure;
            }
            throw failure(
                    "recognition-failed", "The speech recogniser failed: " + e.getCause() + ".", e);
        }
    }

    private <T> Future<T> submit(Callable<T> call) {
        try {
            return executor.submit(call);
        } catch (RejectedExecutionException e) {
            throw executor.isShutdown()
                    ? failure("recogniser-closed", "The speech recogniser has been closed.", e)
                    : failure(
                            "recogniser-busy",
                            "The speech recogniser is busy: "
                                    + WAITING_MAX
                                    + " utterances are waiting already; speak again later.",
                            e);
        }
    }

    /// Serves what waits, then ends.
    @Override
    public void close() {
        executor.close();
    }

    private static StageException failure(String code, String message, Throwable cause) {
        return new StageException(Stage.RECOGNITION, code, message, cause);
    }
}
