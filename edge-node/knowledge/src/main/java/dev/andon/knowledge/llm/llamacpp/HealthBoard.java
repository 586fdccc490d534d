package dev.andon.knowledge.llm.llamacpp;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What is known of the child, written by the supervisor, read by everybody.
final class HealthBoard {
    private ModelHealth health = new ModelHealth.Starting(0);
    private @Nullable ChildProcess child;

    synchronized void starting(int restarts) {
        show(new ModelHealth.Starting(restarts), null);
    }

    synchronized void ready(ChildProcess ready, int restarts) {
        show(new ModelHealth.Ready(ready.pid(), restarts), ready);
    }

    synchronized void failed(StageException why) {
        show(new ModelHealth.Failed(why.code(), String.valueOf(why.getMessage())), null);
    }

    private void show(ModelHealth now, @Nullable ChildProcess ready) {
        health = now;
        child = ready;
        notifyAll();
    }

    /// As it is now: a death shows before the supervisor has noticed it.
    synchronized ModelHealth health() {
        if (health instanceof ModelHealth.Ready(_, int restarts)
                && child != null
                && !child.isAlive()) {
            return new ModelHealth.Starting(restarts + 1);
        }
        return health;
    }

    /// Throws unless the model answers.
    void requireReady() {
        switch (health()) {
            case ModelHealth.Ready _ -> {}
            case ModelHealth.Starting _ ->
                    throw failure("model-starting", "The language model is still starting.");
            case ModelHealth.Failed(String code, String reason) -> throw failure(code, reason);
        }
    }

    synchronized void awaitReady(Duration max) {
        long deadline = System.nanoTime() + max.toNanos();
        try {
            while (health() instanceof ModelHealth.Starting) {
                long leftMs = (deadline - System.nanoTime()) / 1_000_000;
                if (leftMs <= 0) {
                    break;
                }
                wait(leftMs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        requireReady();
    }

    private static StageException failure(String code, String message) {
        return new StageException(Stage.LANGUAGE_MODEL, code, message);
    }
}
