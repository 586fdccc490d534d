package dev.andon.node.machine.mqtt;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.MqttLink;
import dev.andon.node.machine.mqtt.SparkplugTopic.Type;

import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Hears Sparkplug B gateways: births, data and deaths.
///
/// Whoever is heard before its birth, whose messages have a gap, or who names a metric that was not
/// born, is asked to be born again. On a new link all are.
final class SparkplugPart implements LinkPart {
    private final String group;
    private final List<SparkplugMachine> machines;
    private final Hearer hearer;
    private final Rebirths rebirths;
    private final Map<String, Gateway> gateways = new HashMap<>();

    /// @param nanos a clock that only goes forward
    SparkplugPart(
            String group, List<SparkplugMachine> machines, Hearer hearer, LongSupplier nanos) {
        this.group = group;
        this.machines = List.copyOf(machines);
        this.hearer = hearer;
        this.rebirths = new Rebirths(group, hearer.complaints(), nanos);
    }

    @Override
    public List<Subscription> subscriptions() {
        return edges().stream()
                .flatMap(edge -> SparkplugTopic.filters(group, edge))
                .map(filter -> Subscription.passing(filter, 1))
                .toList();
    }

    private List<String> edges() {
        return machines.stream().map(SparkplugMachine::edge).distinct().toList();
    }

    @Override
    public void connected(MqttLink link) {
        gateways.clear();
        machines.forEach(SparkplugMachine::forget);
        rebirths.on(link);
        edges().forEach(rebirths::want);
    }

    @Override
    public void tick() {
        rebirths.askWanted();
    }

    @Override
    public void arrived(Delivery delivery) {
        SparkplugTopic.of(delivery.topic())
                .ifPresent(
                        topic -> payload(delivery).ifPresent(payload -> arrived(topic, payload)));
    }

    private Optional<Payload> payload(Delivery delivery) {
        try {
            return Optional.of(Payload.parseFrom(delivery.payload().bytes()));
        } catch (InvalidProtocolBufferException e) {
            ignored(delivery.topic(), "It is no Sparkplug B payload: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void arrived(SparkplugTopic topic, Payload payload) {
        Gateway gateway = gateways.computeIfAbsent(topic.edge(), _ -> new Gateway());
        boolean begins = topic.type() == Type.NBIRTH || topic.type() == Type.NDEATH;
        if (!begins && !gateway.isBorn()) {
            ignored(topic.edge(), "It was sent before its birth, which is asked for.");
            rebirths.want(topic.edge());
            return;
        }
        if (!begins && !gateway.follows(payload)) {
            rebirths.want(topic.edge());
        }
        switch (topic.type()) {
            case NBIRTH -> born(topic, gateway, payload);
            case NDEATH -> dies(topic, gateway, payload);
            case DBIRTH -> {
                gateway.born(topic.device(), payload);
                begin(topic, gateway, payload);
            }
            case DDEATH -> {
                gateway.dead(topic.device());
                lost(topic);
            }
            case NDATA, DDATA -> data(topic, gateway, payload);
        }
    }

    private void born(SparkplugTopic topic, Gateway gateway, Payload payload) {
        gateway.born(payload);
        rebirths.born(topic.edge());
        begin(topic, gateway, payload);
    }

    private void dies(SparkplugTopic topic, Gateway gateway, Payload will) {
        if (!gateway.dies(will)) {
            ignored(topic.edge(), "It is the will of another session than the one that lives.");
            return;
        }
        gateway.dead();
        machines.stream()
                .filter(machine -> machine.edge().equals(topic.edge()))
                .forEach(this::lost);
    }

    private void lost(SparkplugTopic topic) {
        machines.stream()
                .filter(machine -> machine.isOf(topic.edge(), topic.device()))
                .forEach(this::lost);
    }

    private void lost(SparkplugMachine machine) {
        machine.forget();
        hearer.heard(machine.unknown(hearer.now().getAsLong()));
    }

    private void begin(SparkplugTopic topic, Gateway gateway, Payload payload) {
        Birth birth = gateway.birth(topic.device()).orElseThrow();
        for (SparkplugMachine machine : machines) {
            if (machine.isOf(topic.edge(), topic.device())) {
                machine.forget();
                machine.lacks(birth.names())
                        .ifPresent(why -> hearer.complaints().noted("metric|" + why, why));
            }
        }
        data(topic, gateway, payload);
    }

    private void data(SparkplugTopic topic, Gateway gateway, Payload payload) {
        Optional<Map<String, Metric>> values =
                gateway.birth(topic.device()).flatMap(birth -> birth.values(payload));
        if (values.isEmpty()) {
            ignored(topic.edge(), "It names what was not born; its birth is asked for.");
            rebirths.want(topic.edge());
            return;
        }
        long now = hearer.now().getAsLong();
        machines.stream()
                .filter(machine -> machine.isOf(topic.edge(), topic.device()))
                .forEach(machine -> machine.heard(values.get(), now).ifPresent(hearer::heard));
    }

    private void ignored(String who, String why) {
        hearer.complaints()
                .ignored(who + why, "A message of %s is ignored. %s".formatted(who, why));
    }
}
