package dev.andon.mqtt;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Keeps a connection standing: connects, does the work on it until it is lost, waits, and begins
/// again, on a thread of its own, until it is closed. It waits longer each time that nobody
/// answers, a second at most after a link that stood, and hardly at all after one that stood for
/// longer than the last wait.
public final class LinkLoop implements AutoCloseable {
    private static final Duration PAUSE_MIN = Duration.ofMillis(200);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    /// After a link that stood, however shortly: somebody is there.
    private static final Duration PAUSE_AFTER_LINK_MAX = Duration.ofSeconds(1);

    private final Supplier<MqttLink> connect;
    private final Work work;
    private final Consumer<MqttFailure> failures;
    private final Cycle cycle;
    private Duration pause = PAUSE_MIN;

    /// What is done with a link, until it is lost (an [MqttFailure]) or the thread is interrupted.
    @FunctionalInterface
    public interface Work {
        /// Works.
        void on(MqttLink link) throws InterruptedException;
    }

    private LinkLoop(
            String name, Supplier<MqttLink> connect, Work work, Consumer<MqttFailure> failures) {
        this.connect = connect;
        this.work = work;
        this.failures = failures;
        this.cycle =
                new Cycle(
                        name,
                        () -> {
                            once();
                            rest();
                        });
    }

    /// Starts.
    ///
    /// @param name of the thread
    /// @param connect makes a link, with fresh settings (the will carries the time)
    /// @param work on it
    /// @param failures told why a link could not be made or was lost
    public static LinkLoop start(
            String name, Supplier<MqttLink> connect, Work work, Consumer<MqttFailure> failures) {
        LinkLoop loop = new LinkLoop(name, connect, work, failures);
        loop.cycle.start();
        return loop;
    }

    /// Ends the work and the link.
    @Override
    public void close() {
        cycle.close();
    }

    /// A fault in the work ends the link, not the loop: a node that went silent for ever because
    /// of one message would be worse.
    private void once() throws InterruptedException {
        try (MqttLink link = connect.get()) {
            worked(link);
        } catch (MqttFailure e) {
            failures.accept(e);
        } catch (RuntimeException e) {
            failures.accept(
                    new MqttFailure("broken", "The work on the link failed: " + e + ".", e));
        }
    }

    private void worked(MqttLink link) throws InterruptedException {
        long began = System.nanoTime();
        try {
            work.on(link);
        } finally {
            boolean stood = System.nanoTime() - began > pause.toNanos();
            pause = stood ? PAUSE_MIN : least(pause, PAUSE_AFTER_LINK_MAX);
        }
    }

    /// Jitter, so that a fleet does not come back in one wave.
    private void rest() throws InterruptedException {
        long half = pause.toMillis() / 2;
        Thread.sleep(half + ThreadLocalRandom.current().nextLong(half + 1));
        pause = least(pause.multipliedBy(2), PAUSE_MAX);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
