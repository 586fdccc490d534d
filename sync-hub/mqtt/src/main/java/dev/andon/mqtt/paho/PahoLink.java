package dev.andon.mqtt.paho;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Publication;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// One connection of one client object; neither is used again.
final class PahoLink implements MqttLink {
    /// To wait for the broker's word on a subscription.
    private static final Duration SUBSCRIBE_MAX = Duration.ofSeconds(15);

    /// To wait before a publication is tried again that Paho had no room for.
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /// Reason codes of MQTT 5 from here on are refusals.
    private static final int REFUSAL = 0x80;

    private final MqttAsyncClient client;
    private final Arrivals arrivals = new Arrivals();
    private final Window window = new Window();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Paho's `publish` is not made for two threads at once, and acknowledging must not meet
    /// closing.
    private final Object sending = new Object();

    private volatile long packetBytesMax;

    PahoLink(MqttAsyncClient client) {
        this.client = client;
    }

    /// The connection stands.
    void granted(Granted granted) {
        packetBytesMax = granted.packetBytesMax();
        window.open(granted.window());
    }

    @Override
    public CompletableFuture<Void> publish(Publication publication) {
        long bytes = Messages.bytesMax(publication);
        if (bytes > packetBytesMax) {
            throw new MqttFailure(
                    "too-large",
                    "A message of %d bytes to %s; the broker takes %d. Send it in pieces."
                            .formatted(bytes, publication.topic(), packetBytesMax));
        }
        CompletableFuture<Void> done = window.enter(this::connected);
        boolean sent = false;
        try {
            send(publication, new Outcome(publication.topic(), done));
            sent = true;
        } finally {
            if (!sent) {
                window.leave(done);
            }
        }
        return done;
    }

    private void send(Publication publication, Outcome outcome) {
        while (!given(publication, outcome)) {
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    /// False when Paho has no room although our window has: it counts a moment behind.
    private boolean given(Publication publication, Outcome outcome) {
        MqttMessage message = Messages.of(publication);
        synchronized (sending) {
            try {
                client.publish(publication.topic(), message, null, outcome);
                return true;
            } catch (MqttException e) {
                if (e.getReasonCode() == MqttClientException.REASON_CODE_MAX_INFLIGHT) {
                    return false;
                }
                throw gone(e);
            }
        }
    }

    @Override
    public void subscribe(String filter, int qos) {
        try {
            IMqttToken token =
                    client.subscribe(new MqttSubscription[] {new MqttSubscription(filter, qos)});
            token.waitForCompletion(SUBSCRIBE_MAX.toMillis());
            if (refusal(token)) {
                throw new MqttFailure(
                        "refused",
                        "The broker does not let this client read %s (reason %d). Look at its access rules."
                                .formatted(filter, token.getReasonCodes()[0]));
            }
        } catch (MqttException e) {
            throw gone(e);
        }
    }

    @Override
    public @Nullable Delivery next(Duration wait) {
        Delivery next = arrivals.take(wait);
        if (next == null && !connected()) {
            lost("The connection to the broker is gone.", null);
            return arrivals.take(Duration.ZERO);
        }
        return next;
    }

    @Override
    public boolean connected() {
        return !closed.get() && client.isConnected();
    }

    @Override
    public long dropped() {
        return arrivals.dropped();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Ending.properly(client, sending);
        end(new MqttFailure("closed", "This connection was closed."));
    }

    /// Told by Paho.
    void arrived(String topic, MqttMessage message) {
        int id = message.getId();
        boolean confirmed = message.getQos() > 0;
        AtomicBoolean done = new AtomicBoolean(!confirmed);
        arrivals.add(
                Messages.delivery(
                        topic,
                        message,
                        () -> {
                            if (done.compareAndSet(false, true)) {
                                acknowledge(id);
                            }
                        }));
    }

    /// Told by Paho, or found out.
    void lost(String why, @Nullable Throwable cause) {
        end(new MqttFailure("lost", why, cause));
    }

    private void end(MqttFailure why) {
        arrivals.end(why);
        window.end(why);
    }

    private void acknowledge(int id) {
        synchronized (sending) {
            if (!connected()) {
                return;
            }
            try {
                client.messageArrivedComplete(id, 1);
            } catch (MqttException e) {
                lost("The connection to the broker broke.", e);
            }
        }
    }

    private MqttFailure gone(MqttException e) {
        return closed.get()
                ? new MqttFailure("closed", "This connection was closed.", e)
                : new MqttFailure(
                        "lost", "The connection to the broker is gone: " + Reasons.of(e), e);
    }

    private static boolean refusal(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes != null && codes.length > 0 && codes[0] >= REFUSAL;
    }

    /// What came of a publication. That the broker refused it is a success in Paho's eyes.
    private final class Outcome implements MqttActionListener {
        private final String topic;
        private final CompletableFuture<Void> done;

        Outcome(String topic, CompletableFuture<Void> done) {
            this.topic = topic;
            this.done = done;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            window.leave(done);
            if (refusal(token)) {
                done.completeExceptionally(refused(token.getReasonCodes()[0]));
            } else {
                done.complete(null);
            }
        }

        private MqttFailure refused(int reason) {
            return reason == FrameCheck.TOO_LARGE
                    ? new MqttFailure(
                            "too-large",
                            "A message to %s is larger than the broker takes. Send it in pieces."
                                    .formatted(topic))
                    : new MqttFailure(
                            "refused",
                            "The broker refused a message to %s (reason %d). Look at its access rules."
                                    .formatted(topic, reason));
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            window.leave(done);
            done.completeExceptionally(
                    new MqttFailure(
                            "lost", "The connection broke before the broker answered.", cause));
        }
    }
}
