package dev.andon.node.sync.library;

import dev.andon.mqtt.Payload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Signed messages on their way from the thread of the link to that of the library: the newest of
/// each topic. The broker keeps them, so one that finds no room comes again.
final class Mailbox {
    /// Topics that wait at once.
    static final int TOPICS_MAX = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stirred = lock.newCondition();
    private final Map<String, Payload> mail = new LinkedHashMap<>();
    private boolean awake;

    /// @param topic that it came on
    record Letter(String topic, Payload payload) {}

    /// Never waits; false if there is no room.
    boolean put(String topic, Payload payload) {
        lock.lock();
        try {
            if (mail.size() >= TOPICS_MAX && !mail.containsKey(topic)) {
                return false;
            }
            mail.remove(topic);
            mail.put(topic, payload);
            wakeLocked();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The oldest letter.
    Optional<Letter> take() {
        lock.lock();
        try {
            Optional<Letter> first =
                    mail.entrySet().stream()
                            .findFirst()
                            .map(each -> new Letter(each.getKey(), each.getValue()));
            first.ifPresent(letter -> mail.remove(letter.topic()));
            return first;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the wait of [#await], now or the next one.
    void wake() {
        lock.lock();
        try {
            wakeLocked();
        } finally {
            lock.unlock();
        }
    }

    private void wakeLocked() {
        awake = true;
        stirred.signalAll();
    }

    /// Waits until something comes; true if something did before the time was over.
    boolean await(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!awake && left > 0) {
                left = stirred.awaitNanos(left);
            }
            boolean woken = awake;
            awake = false;
            return woken;
        } finally {
            lock.unlock();
        }
    }
}
