package dev.andon.models;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Closes a connection over which nothing comes any more: the JDK's client has no such limit while
/// a body is read.
final class StallGuard implements AutoCloseable {
    private final Closeable connection;
    private final Duration stallMax;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long progressNanos = System.nanoTime();

    private StallGuard(Closeable connection, Duration stallMax) {
        this.connection = connection;
        this.stallMax = stallMax;
    }

    static StallGuard watch(Closeable connection, Duration stallMax) {
        StallGuard guard = new StallGuard(connection, stallMax);
        Thread.ofVirtual().name("model-pull-stall").start(guard::run);
        return guard;
    }

    void progress() {
        progressNanos = System.nanoTime();
    }

    @Override
    public void close() {
        done.countDown();
    }

    private void run() {
        try {
            long leftNanos = stallMax.toNanos();
            while (leftNanos > 0) {
                if (done.await(leftNanos, TimeUnit.NANOSECONDS)) {
                    return;
                }
                leftNanos = stallMax.toNanos() - (System.nanoTime() - progressNanos);
            }
            connection.close();
        } catch (IOException | InterruptedException _) {
            // The reader notices on its own: its next read fails.
        }
    }
}
