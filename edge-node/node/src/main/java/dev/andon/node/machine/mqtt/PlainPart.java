package dev.andon.node.machine.mqtt;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.node.machine.MachineReport;
import dev.andon.node.machine.mqtt.PlainMessage.Unusable;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Hears plain messages.
final class PlainPart implements LinkPart {
    private final List<PlainTopic> topics;
    private final Machines machines;
    private final Hearer hearer;

    /// What the broker had kept, by topic: it is asked for again and again, and is heard once a
    /// link. Without a time of its own it could not be told from a new message.
    private final Map<String, Payload> kept = new HashMap<>();

    PlainPart(List<String> topics, Machines machines, Hearer hearer) {
        this.topics = topics.stream().map(PlainTopic::of).toList();
        this.machines = machines;
        this.hearer = hearer;
    }

    @Override
    public List<Subscription> subscriptions() {
        return topics.stream().map(topic -> Subscription.kept(topic.filter())).toList();
    }

    @Override
    public void connected(MqttLink link) {
        kept.clear();
    }

    @Override
    public void arrived(Delivery delivery) {
        String topic = delivery.topic();
        topics.stream()
                .map(template -> template.machine(topic))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(level -> arrived(level, delivery));
    }

    private void arrived(String level, Delivery delivery) {
        machines.called(level)
                .ifPresentOrElse(
                        id -> heard(id, delivery),
                        () -> ignored(delivery.topic(), machines.mend(level)));
    }

    private void heard(String machine, Delivery delivery) {
        boolean again = Objects.equals(kept.get(delivery.topic()), delivery.payload());
        PlainMessage message = delivery.retained() && again ? null : read(delivery);
        if (message == null) {
            return;
        }
        String complaint = message.complaint();
        if (complaint != null) {
            hearer.complaints()
                    .noted(delivery.topic() + complaint, delivery.topic() + ": " + complaint);
        }
        hearer.heard(
                new MachineReport(
                        machine,
                        message.state(),
                        message.fault(),
                        message.at(),
                        hearer.now().getAsLong(),
                        delivery.retained()));
        if (delivery.retained()) {
            kept.put(delivery.topic(), delivery.payload());
        }
    }

    private @Nullable PlainMessage read(Delivery delivery) {
        try {
            return PlainMessage.read(delivery.payload());
        } catch (Unusable unusable) {
            ignored(delivery.topic(), String.valueOf(unusable.getMessage()));
            return null;
        }
    }

    private void ignored(String topic, String why) {
        hearer.complaints()
                .ignored(topic + why, "A message on %s is ignored. %s".formatted(topic, why));
    }
}
