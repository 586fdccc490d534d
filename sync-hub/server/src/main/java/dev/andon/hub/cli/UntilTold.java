package dev.andon.hub.cli;

import java.util.concurrent.CountDownLatch;

/// Waits until the process is told to end; then the command closes what it opened, once and in
/// order, and only then may the process go.
final class UntilTold {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    void await() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
        told.await();
    }

    /// Everything is closed.
    void ended() {
        ended.countDown();
    }

    private void end() {
        told.countDown();
        try {
            ended.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
