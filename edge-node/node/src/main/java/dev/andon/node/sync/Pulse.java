package dev.andon.node.sync;

import dev.andon.mqtt.Cycle;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Does one piece of work again and again on a platform thread of its own: when it is woken, and at
/// the latest after a pause. It never ends by a failure: the failure is logged once, kept for
/// whoever looks, and the work is tried again.
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Semaphore wakes = new Semaphore(0);
    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Cycle cycle;
    private volatile @Nullable RuntimeException failure;

    private Pulse(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.cycle = new Cycle(name, this::turn);
    }

    /// Starts.
    ///
    /// @param name of the thread
    /// @param every pause at most
    /// @param work must end when its thread is interrupted
    static Pulse start(String name, Duration every, Runnable work) {
        Pulse pulse = new Pulse(name, every, work);
        pulse.cycle.start();
        return pulse;
    }

    /// Asks for the work to be done soon; from any thread, at once.
    void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /// What the work failed of when it was last done; null if it did not.
    @Nullable RuntimeException failure() {
        return failure;
    }

    /// Ends the thread; work under way is interrupted.
    @Override
    public void close() {
        cycle.close();
    }

    private void turn() throws InterruptedException {
        once();
        if (wakes.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    private void once() throws InterruptedException {
        try {
            work.run();
            failure = null;
        } catch (RuntimeException e) {
            if (cycle.closed()) {
                return;
            }
            tell(e);
            failure = e;
            Thread.sleep(REST_AFTER_FAILURE);
        }
    }

    private void tell(RuntimeException now) {
        RuntimeException before = failure;
        if (before == null || !Objects.equals(before.getMessage(), now.getMessage())) {
            LOG.error("{} failed and is tried again: {}", name, now.getMessage(), now);
        }
    }
}
