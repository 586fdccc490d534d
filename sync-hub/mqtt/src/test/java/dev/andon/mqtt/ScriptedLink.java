package dev.andon.mqtt;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A link in memory: gives what it is told to, remembers what it was asked.
class ScriptedLink implements MqttLink {
    final List<String> subscribed = new ArrayList<>();
    final AtomicInteger acknowledged = new AtomicInteger();
    private final BlockingQueue<Delivery> coming = new LinkedBlockingQueue<>();
    private volatile boolean lost;
    private volatile boolean closed;

    void arrive(String topic) {
        coming.add(
                new Delivery(
                        topic,
                        Payload.EMPTY,
                        1,
                        false,
                        null,
                        null,
                        null,
                        Map.of(),
                        acknowledged::incrementAndGet));
    }

    void lose() {
        lost = true;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public CompletableFuture<Void> publish(Publication publication) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void subscribe(String filter, int qos) {
        subscribed.add(filter + " " + qos);
    }

    @Override
    public @Nullable Delivery next(Duration wait) {
        try {
            Delivery next = coming.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            if (next == null && lost) {
                throw new MqttFailure("lost", "the script says so");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public boolean connected() {
        return !lost;
    }

    @Override
    public void close() {
        closed = true;
    }
}
