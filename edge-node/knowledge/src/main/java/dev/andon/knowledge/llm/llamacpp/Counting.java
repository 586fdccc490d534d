package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.llm.llamacpp.Wire.Command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tokens of a text that are being counted.
final class Counting implements Job {
    private final long id;
    private final String text;
    private final long deadlineNanos;
    private final CompletableFuture<Integer> tokens = new CompletableFuture<>();

    Counting(long id, String text, Duration max) {
        this.id = id;
        this.text = text;
        this.deadlineNanos = System.nanoTime() + max.toNanos();
    }

    @Override
    public boolean sendTo(ChildProcess child) {
        if (tokens.isDone() || left().isNegative()) {
            return false;
        }
        child.send(new Command.Count(id, text));
        return true;
    }

    /// The child is not told: it counts in no time.
    @Override
    public void cancel() {
        tokens.cancel(false);
    }

    @Override
    public Duration left() {
        return Duration.ofNanos(deadlineNanos - System.nanoTime());
    }

    void counted(int number) {
        tokens.complete(number);
    }

    @Override
    public void fail(StageException failure) {
        tokens.completeExceptionally(failure);
    }

    /// Waits for the number.
    int await() {
        try {
            return tokens.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted", "The wait was interrupted.", e);
        } catch (TimeoutException e) {
            throw failure("model-late", "The language model is busy with another question.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StageException failure) {
                throw failure;
            }
            throw new CompletionException(e);
        } finally {
            cancel();
        }
    }

    private static StageException failure(String code, String message, Exception cause) {
        return new StageException(Stage.LANGUAGE_MODEL, code, message, cause);
    }
}
