package dev.andon.mqtt.paho;

import dev.andon.mqtt.MqttFailure;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Publications under way: so many at once, each ended exactly once. Paho has a window too, but
/// throws when it is full.
final class Window {
    private static final long LOOK_MILLIS = 500;

    private final Semaphore free = new Semaphore(0, true);
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private volatile @Nullable MqttFailure end;

    /// Lets so many in; none before.
    void open(int size) {
        free.release(size);
    }

    /// Waits for a place and takes it.
    ///
    /// @param stands looked at while it waits
    /// @throws MqttFailure it has ended, or the thread was interrupted
    CompletableFuture<Void> enter(BooleanSupplier stands) {
        try {
            while (!free.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                refuseWhenEnded();
                if (!stands.getAsBoolean()) {
                    throw new MqttFailure("lost", "The connection to the broker is gone.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MqttFailure("closed", "Interrupted while the window was full.", e);
        }
        CompletableFuture<Void> entered = new CompletableFuture<>();
        underWay.add(entered);
        if (end != null) {
            leave(entered);
            refuseWhenEnded();
        }
        return entered;
    }

    /// Gives the place back; once only, however often it is called.
    void leave(CompletableFuture<Void> entered) {
        if (underWay.remove(entered)) {
            free.release();
        }
    }

    /// Fails all that is under way, and all that comes.
    void end(MqttFailure why) {
        if (end != null) {
            return;
        }
        end = why;
        for (CompletableFuture<Void> each : underWay) {
            leave(each);
            each.completeExceptionally(why);
        }
    }

    private void refuseWhenEnded() {
        MqttFailure why = end;
        if (why != null) {
            throw new MqttFailure(why.code(), String.valueOf(why.getMessage()), why);
        }
    }
}
