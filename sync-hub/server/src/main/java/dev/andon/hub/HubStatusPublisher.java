package dev.andon.hub;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.HubStatus;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tells everybody that the hub is there, and that it went.
final class HubStatusPublisher implements LinkPart {
    /// A hub that restarts is not told as one that went.
    private static final Duration WILL_DELAY = Duration.ofSeconds(10);

    private static final long GOODBYE_MS_MAX = 2_000;

    private final String site;
    private final String version;
    private final InstantSource clock;
    private @Nullable MqttLink link;

    HubStatusPublisher(String site, String version, InstantSource clock) {
        this.site = site;
        this.version = version;
        this.clock = clock;
    }

    /// What the broker says when the hub dies.
    MqttSettings.Will will() {
        return new MqttSettings.Will(publication(false), WILL_DELAY);
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of();
    }

    @Override
    public void connected(MqttLink stands) {
        link = stands;
        stands.publish(publication(true));
    }

    @Override
    public void arrived(Delivery delivery) {}

    /// At a proper end the link still stands.
    @Override
    public void lost() {
        if (link == null || !link.connected()) {
            return;
        }
        // The thread was interrupted to end it; the goodbye is still to be sent.
        boolean interrupted = Thread.interrupted();
        try {
            link.publish(publication(false)).get(GOODBYE_MS_MAX, TimeUnit.MILLISECONDS);
        } catch (MqttFailure | ExecutionException | TimeoutException e) {
            // The will says it instead.
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            link = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Publication publication(boolean online) {
        HubStatus status = new HubStatus(site, online, version, Protocol.VERSIONS, clock.millis());
        return Publication.confirmed(
                        new Topics(site).hubStatus(), Payload.of(SyncCodec.encode(status)))
                .of("application/json")
                .retained();
    }
}
