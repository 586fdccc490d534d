package dev.andon.mqtt.paho;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// Takes a client down. Paho waits without a limit in several places of this, so it is done on a
/// thread that nobody has to wait for.
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    /// For what is under way to come to its end.
    private static final Duration QUIET = Duration.ofSeconds(1);

    /// For a proper end with the broker.
    private static final Duration PROPER = Duration.ofSeconds(2);

    /// For all of it.
    private static final Duration ALL = Duration.ofSeconds(4);

    private Ending() {}

    /// Says goodbye first; the broker does not publish the will.
    static void properly(MqttAsyncClient client, Object sending) {
        within(
                client,
                () -> {
                    goodbye(client);
                    forcibly(client, sending);
                });
    }

    /// Without a word.
    static void atOnce(MqttAsyncClient client) {
        within(client, () -> forcibly(client, client));
    }

    private static void goodbye(MqttAsyncClient client) {
        if (!client.isConnected()) {
            return;
        }
        try {
            IMqttToken token = client.disconnect(QUIET.toMillis());
            token.waitForCompletion(PROPER.toMillis());
        } catch (MqttException e) {
            LOG.debug("{} could not say goodbye: {}", client.getClientId(), Reasons.of(e));
        }
    }

    private static void forcibly(MqttAsyncClient client, Object sending) {
        try {
            client.disconnectForcibly(0, 0, false);
            synchronized (sending) {
                client.close(true);
            }
        } catch (MqttException e) {
            LOG.debug("{} does not close: {}", client.getClientId(), Reasons.of(e));
        }
    }

    private static void within(MqttAsyncClient client, Runnable work) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon(true)
                        .name("mqtt-end-" + client.getClientId())
                        .start(work);
        if (!joined(thread)) {
            LOG.warn(
                    "{} does not end within {} s and is left behind.",
                    client.getClientId(),
                    ALL.toSeconds());
        }
    }

    /// Although the caller was interrupted, which is how most connections end.
    private static boolean joined(Thread thread) {
        boolean interrupted = false;
        long end = System.nanoTime() + ALL.toNanos();
        try {
            while (true) {
                try {
                    long left = end - System.nanoTime();
                    return left > 0 && thread.join(Duration.ofNanos(left)) || !thread.isAlive();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
