package dev.andon.mqtt;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// A daemon thread that does one thing over and over until it is closed. An interruption ends the
/// thing and not the thread: somebody below may have meant it for its own.
public final class Cycle implements AutoCloseable {
    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Turn turn;
    private final Thread thread;

    /// What is done.
    @FunctionalInterface
    public interface Turn {
        /// Does it once, with the rest before the next.
        void run() throws InterruptedException;
    }

    /// One that does not run yet.
    ///
    /// @param name of the thread
    /// @param turn must end when its thread is interrupted, and throw nothing else
    public Cycle(String name, Turn turn) {
        this.turn = turn;
        this.thread = Thread.ofPlatform().daemon(true).name(name).unstarted(this::run);
    }

    /// Begins; once only.
    public void start() {
        thread.start();
    }

    /// Whether it is to end.
    public boolean closed() {
        return closed.get();
    }

    /// Interrupts what is under way, and waits for the end of the thread.
    @Override
    public void close() {
        closed.set(true);
        thread.interrupt();
        try {
            thread.join(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed.get()) {
            try {
                turn.run();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }
}
