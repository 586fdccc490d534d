package dev.andon.node.machine.mqtt;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttLink;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Knows how the connection is.
final class BrokerWatch implements LinkPart {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final long NONE = -1;

    private final LongSupplier now;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong(NONE);
    private volatile boolean stands;
    private volatile @Nullable MqttFailure failure;

    BrokerWatch(LongSupplier now) {
        this.now = now;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of();
    }

    @Override
    public void connected(MqttLink link) {
        failure = null;
        stands = true;
        LOG.info("Machine states: connected to the machines' broker.");
    }

    @Override
    public void arrived(Delivery delivery) {}

    @Override
    public void lost() {
        stands = false;
    }

    void failed(MqttFailure why) {
        MqttFailure before = failure;
        failure = why;
        if (before == null || !before.code().equals(why.code())) {
            LOG.warn("Machine states: {}", why.getMessage());
        }
    }

    /// The same part, with its messages counted.
    LinkPart watched(LinkPart part) {
        return new Watched(part);
    }

    BrokerState state() {
        MqttFailure why = failure;
        long last = lastAt.get();
        return new BrokerState(
                stands,
                messages.get(),
                last == NONE ? null : Long.valueOf(last),
                stands || why == null ? null : why.getMessage());
    }

    private final class Watched implements LinkPart {
        private final LinkPart part;

        Watched(LinkPart part) {
            this.part = part;
        }

        @Override
        public List<Subscription> subscriptions() {
            return part.subscriptions();
        }

        @Override
        public void connected(MqttLink link) {
            part.connected(link);
        }

        @Override
        public void arrived(Delivery delivery) {
            messages.incrementAndGet();
            lastAt.set(now.getAsLong());
            part.arrived(delivery);
        }

        @Override
        public void lost() {
            part.lost();
        }

        @Override
        public void tick() {
            part.tick();
        }
    }
}
