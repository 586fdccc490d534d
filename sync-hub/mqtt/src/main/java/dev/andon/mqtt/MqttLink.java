package dev.andon.mqtt;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One connection, from its begin to its end: once it is lost it stays lost, and a new one is made.
/// Safe to call from any thread.
public interface MqttLink extends AutoCloseable {
    /// Sends; waits while the window is full. The future ends when the broker has taken it (QoS 1),
    /// or when it was written (QoS 0); it fails with an [MqttFailure] if the broker refused it
    /// (`refused`, or `too-large` where a smaller one would be taken) or the link was lost first.
    /// That the broker took it does not say that anybody has it. What is hung on the future runs on
    /// the link's own thread and must not wait.
    ///
    /// @throws MqttFailure `lost`, `closed` (also when the thread is interrupted), `too-large`
    CompletableFuture<Void> publish(Publication publication);

    /// Subscribes and waits for the broker's word.
    ///
    /// @param qos 0 or 1
    /// @throws MqttFailure `lost`, `refused`
    void subscribe(String filter, int qos);

    /// The next message, in the order of arrival; null if none came in time, or if the thread is
    /// interrupted (and stays so).
    ///
    /// @throws MqttFailure `lost` when the link is gone and everything that came was taken
    @Nullable Delivery next(Duration wait);

    /// Whether it stands.
    boolean connected();

    /// Messages of QoS 0 that were thrown away since nobody pulled them in time.
    default long dropped() {
        return 0;
    }

    /// Ends it properly; the will is not sent. What was not acknowledged comes again to the next
    /// connection of this client.
    @Override
    void close();
}
