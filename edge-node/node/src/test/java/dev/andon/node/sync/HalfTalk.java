package dev.andon.node.sync;

import dev.andon.mqtt.LinkLoop;
import dev.andon.mqtt.LinkParts;
import dev.andon.mqtt.MqttConnector;
import dev.andon.mqtt.MqttSettings;
import dev.andon.protocol.Topics;

import java.net.URI;
import java.util.List;

/// A node's uplink at the pace of a plant, over any outbox.
final class HalfTalk implements AutoCloseable {
    final Uplink uplink;
    private final LinkLoop loop;

    HalfTalk(MqttConnector connector, URI broker, Outbox outbox, FactLog facts) {
        TestClock clock = new TestClock();
        HubPresence presence = new HubPresence(new Topics(Talk.SITE));
        uplink =
                new Uplink(
                        new Address(new Topics(Talk.SITE), Talk.NODE),
                        new NodeStore(outbox, facts, clock),
                        new HubTime(clock, facts),
                        presence,
                        Pace.USUAL);
        loop =
                LinkLoop.start(
                        "half-talk",
                        () -> connector.connect(MqttSettings.of(broker, Talk.NODE)),
                        new LinkParts(List.of(presence, uplink)),
                        _ -> {});
    }

    @Override
    public void close() {
        loop.close();
        uplink.close();
    }
}
