package dev.andon.mqtt.paho;

import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes connections with Eclipse Paho 1.2.5, around its faults: `docs/adr/0014-one-mqtt-link.md`
/// lists them.
public final class PahoConnector implements MqttConnector {
    @Override
    public MqttLink connect(MqttSettings settings) {
        FramedClient client = client(settings);
        PahoLink link = new PahoLink(client);
        client.setCallback(new Ears(link));
        client.setManualAcks(true);
        boolean stands = false;
        try {
            link.granted(Granted.of(settings, await(settings, begun(client, settings))));
            stands = true;
            return link;
        } finally {
            if (!stands) {
                Ending.atOnce(client);
            }
        }
    }

    private static FramedClient client(MqttSettings settings) {
        try {
            return new FramedClient(settings.broker().toString(), settings.clientId());
        } catch (MqttException e) {
            throw Reasons.notConnected(settings, e);
        }
    }

    /// Begins on a daemon thread: Paho's own threads inherit it, and must not keep the process.
    private static CompletableFuture<IMqttToken> begun(FramedClient client, MqttSettings settings) {
        CompletableFuture<IMqttToken> done = new CompletableFuture<>();
        MqttConnectionOptions options = Options.of(settings);
        Thread.ofPlatform()
                .daemon(true)
                .name("mqtt-begin-" + settings.clientId())
                .start(
                        () -> {
                            try {
                                client.connect(options, null, telling(done));
                            } catch (MqttException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
    }

    private static MqttActionListener telling(CompletableFuture<IMqttToken> done) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                done.complete(token);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
                done.completeExceptionally(cause);
            }
        };
    }

    private static IMqttToken await(MqttSettings settings, CompletableFuture<IMqttToken> begun) {
        try {
            return begun.get(settings.connectMax().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MqttException known
                    ? Reasons.notConnected(settings, known)
                    : Reasons.unreachable(settings, String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw Reasons.unreachable(settings, "it does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MqttFailure("closed", "Interrupted while connecting.", e);
        }
    }
}
