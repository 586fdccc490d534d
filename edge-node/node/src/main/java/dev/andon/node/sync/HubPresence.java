package dev.andon.node.sync;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttLink;
import dev.andon.protocol.HubStatus;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/// What the hub says of itself, and whether the node can talk to it.
final class HubPresence implements LinkPart {
    private static final Logger LOG = LoggerFactory.getLogger(HubPresence.class);

    private final Topics topics;
    private volatile @Nullable HubStatus status;
    private volatile Runnable listener = () -> {};

    HubPresence(Topics topics) {
        this.topics = topics;
    }

    /// As last heard on this link; null if nothing was.
    @Nullable HubStatus status() {
        return status;
    }

    /// Whether the hub said that it is away.
    boolean away() {
        HubStatus known = status;
        return known != null && !known.online();
    }

    /// Whether the hub said that it speaks no version that this node speaks.
    boolean foreign() {
        HubStatus known = status;
        return known != null && Protocol.common(known.protocols()).isEmpty();
    }

    /// Told whenever the hub says something of itself. One listener.
    void onChange(Runnable told) {
        listener = told;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(Subscription.kept(topics.hubStatus()));
    }

    @Override
    public void connected(MqttLink link) {}

    @Override
    public void arrived(Delivery delivery) {
        try {
            HubStatus said = SyncCodec.decode(delivery.payload().bytes(), HubStatus.class);
            if (!said.site().equals(topics.site())) {
                LOG.warn("A hub of the site {} speaks on the topic of {}.", said.site(), topics);
                return;
            }
            if (said.equals(status)) {
                return;
            }
            status = said;
        } catch (ProtocolException e) {
            LOG.warn("What the hub says of itself cannot be read: {}", e.getMessage());
            return;
        }
        listener.run();
    }

    @Override
    public void lost() {
        status = null;
    }
}
