package dev.andon.mqtt;

import java.time.Duration;
import java.util.List;

/// Several uses of one connection: subscribes for all of them and hands each message to the one
/// that wanted it. The work of a [LinkLoop].
public final class LinkParts implements LinkLoop.Work {
    /// The longest that a part waits for its next tick while nothing arrives.
    public static final Duration TICK = Duration.ofMillis(100);

    private final List<LinkPart> parts;

    /// Parts in the order in which they are told of a new link.
    public LinkParts(List<LinkPart> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public void on(MqttLink link) {
        try {
            for (LinkPart part : parts) {
                part.subscriptions().forEach(each -> link.subscribe(each.filter(), each.qos()));
                part.connected(link);
            }
            while (!Thread.currentThread().isInterrupted()) {
                Delivery delivery = link.next(TICK);
                if (delivery != null) {
                    hand(delivery);
                }
                parts.forEach(LinkPart::tick);
            }
        } finally {
            parts.forEach(LinkPart::lost);
        }
    }

    private void hand(Delivery delivery) {
        for (LinkPart part : parts) {
            if (part.subscriptions().stream().anyMatch(each -> each.matches(delivery.topic()))) {
                part.arrived(delivery);
            }
        }
        delivery.acknowledge();
    }
}
