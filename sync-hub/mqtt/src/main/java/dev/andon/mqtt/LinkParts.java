package dev.andon.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/// Several uses of one connection: subscribes for all of them and hands each message to the one
/// that wanted it. The work of a [LinkLoop].
///
/// It subscribes to what is retained again and again, more and more seldom. Whoever subscribes just
/// while another publishes may miss that for good otherwise: Artemis looks who listens before it
/// commits the message that it retains, so that a subscription between the two gets it neither live
/// nor retained.
public final class LinkParts implements LinkLoop.Work {
    /// The longest that a part waits for its next tick while nothing arrives.
    public static final Duration TICK = Duration.ofMillis(100);

    /// When what is retained is asked for again after a link began; then after twice as long each
    /// time.
    public static final Duration ASKED_AGAIN_MIN = Duration.ofSeconds(2);

    /// The longest between two times.
    public static final Duration ASKED_AGAIN_MAX = Duration.ofMinutes(10);

    private final List<LinkPart> parts;
    private final LongSupplier nanos;
    private List<Use> uses = List.of();
    private long pause;
    private long askAt;

    /// Asked once a link, not with every message.
    private record Use(LinkPart part, List<LinkPart.Subscription> subscriptions) {}

    /// Parts in the order in which they are told of a new link.
    public LinkParts(List<LinkPart> parts) {
        this(parts, System::nanoTime);
    }

    /// @param nanos a clock that only goes forward
    LinkParts(List<LinkPart> parts, LongSupplier nanos) {
        this.parts = List.copyOf(parts);
        this.nanos = nanos;
    }

    @Override
    public void on(MqttLink link) {
        try {
            uses = parts.stream().map(part -> new Use(part, part.subscriptions())).toList();
            for (Use use : uses) {
                use.subscriptions().forEach(each -> link.subscribe(each.filter(), each.qos()));
                use.part().connected(link);
            }
            pause = ASKED_AGAIN_MIN.toNanos();
            askAt = nanos.getAsLong() + pause;
            while (!Thread.currentThread().isInterrupted()) {
                Delivery delivery = link.next(TICK);
                if (delivery != null) {
                    hand(delivery);
                }
                parts.forEach(LinkPart::tick);
                askAgain(link);
            }
        } finally {
            parts.forEach(LinkPart::lost);
        }
    }

    private void askAgain(MqttLink link) {
        long now = nanos.getAsLong();
        if (now - askAt < 0) {
            return;
        }
        uses.stream()
                .flatMap(use -> use.subscriptions().stream())
                .filter(LinkPart.Subscription::kept)
                .forEach(each -> link.subscribe(each.filter(), each.qos()));
        pause = Math.min(2 * pause, ASKED_AGAIN_MAX.toNanos());
        askAt = now + pause;
    }

    private void hand(Delivery delivery) {
        for (Use use : uses) {
            if (use.subscriptions().stream().anyMatch(each -> each.matches(delivery.topic()))) {
                use.part().arrived(delivery);
            }
        }
        delivery.acknowledge();
    }
}
