package dev.andon.node.sync.library;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.Want;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// What a scripted hub holds, served over a real broker.
final class BrokeredHub implements LinkPart {
    private final ScriptedHub hub;
    private final Topics topics = new Topics(ScriptedHub.SITE);
    private final CountDownLatch half;
    private volatile @Nullable MqttLink link;

    /// @param half counted down by each block that is served
    BrokeredHub(ScriptedHub hub, CountDownLatch half) {
        this.hub = hub;
        this.half = half;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(Subscription.passing(topics.everyNode("want"), 1));
    }

    @Override
    public void connected(MqttLink standing) {
        link = standing;
        hub.retained.forEach(
                (topic, message) ->
                        standing.publish(
                                Publication.confirmed(topic, Payload.of(message)).retained()));
    }

    @Override
    public void arrived(Delivery delivery) {
        Want want = SyncCodec.decode(delivery.payload().bytes(), Want.class);
        MqttLink standing = link;
        for (String block : want.blocks()) {
            byte[] bytes = hub.files.blocks.getOrDefault(block, new byte[0]);
            if (standing != null && bytes.length > 0) {
                hub.served.add(block);
                half.countDown();
                standing.publish(
                        Publication.fleeting(topics.blocks(want.node()), Payload.of(bytes))
                                .with(Map.of("sha256", block)));
            }
        }
    }
}
