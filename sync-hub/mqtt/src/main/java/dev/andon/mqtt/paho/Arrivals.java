package dev.andon.mqtt.paho;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Messages between Paho's thread, which must not wait, and those who pull them.
final class Arrivals {
    /// Waiting messages of QoS 0; what comes beyond is dropped and counted.
    static final int FLEETING_MAX = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Delivery> waiting = new ArrayDeque<>();
    private int fleeting;
    private long dropped;
    private @Nullable MqttFailure end;

    /// Never waits.
    void add(Delivery delivery) {
        lock.lock();
        try {
            if (end != null) {
                return;
            }
            if (delivery.qos() == 0 && fleeting >= FLEETING_MAX) {
                dropped++;
                return;
            }
            fleeting += delivery.qos() == 0 ? 1 : 0;
            waiting.add(delivery);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing comes any more.
    void end(MqttFailure why) {
        lock.lock();
        try {
            if (end == null) {
                end = why;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The next one; null if none came in time, or the thread was interrupted (and stays so).
    ///
    /// @throws MqttFailure when it has ended and everything was taken
    @Nullable Delivery take(Duration wait) {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (waiting.isEmpty() && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return taken();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Delivery taken() {
        Delivery next = waiting.poll();
        if (next == null && end != null) {
            throw new MqttFailure(end.code(), String.valueOf(end.getMessage()), end);
        }
        fleeting -= next != null && next.qos() == 0 ? 1 : 0;
        return next;
    }
}
