package dev.andon.node.machine.mqtt;

import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.node.machine.Complaints;

import org.eclipse.tahu.protobuf.SparkplugBProto;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/// Asks gateways to say everything again, each seldom: a birth may be large, and a gateway that
/// does not obey must not be asked without end.
final class Rebirths {
    /// Between two requests to one gateway.
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final String CONTROL = "Node Control/Rebirth";

    private final String group;
    private final Complaints complaints;
    private final LongSupplier nanos;
    private final Map<String, Long> asked = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();
    private @Nullable MqttLink link;

    /// @param nanos a clock that only goes forward
    Rebirths(String group, Complaints complaints, LongSupplier nanos) {
        this.group = group;
        this.complaints = complaints;
        this.nanos = nanos;
    }

    /// On this link from now on.
    void on(MqttLink current) {
        link = current;
        asked.clear();
        wanted.clear();
    }

    /// A gateway shall be born again, as soon as it may be asked.
    void want(String edge) {
        wanted.add(edge);
        askWanted();
    }

    /// It was born: nothing more is wanted of it.
    void born(String edge) {
        wanted.remove(edge);
    }

    /// Asks whom it is time to ask.
    void askWanted() {
        MqttLink current = link;
        if (current != null) {
            wanted.removeIf(edge -> asks(current, edge));
        }
    }

    private boolean asks(MqttLink current, String edge) {
        long now = nanos.getAsLong();
        Long before = asked.get(edge);
        if (before != null && now - before < EVERY.toNanos()) {
            return false;
        }
        asked.put(edge, now);
        String topic = SparkplugTopic.command(group, edge);
        current.publish(Publication.confirmed(topic, command()))
                .whenComplete(
                        (_, failure) -> {
                            if (failure != null) {
                                complaints.noted(
                                        topic,
                                        "%s cannot be asked to be born again: %s Let this node publish on %s."
                                                .formatted(edge, failure.getMessage(), topic));
                            }
                        });
        return true;
    }

    private static Payload command() {
        SparkplugBProto.Payload.Metric metric =
                SparkplugBProto.Payload.Metric.newBuilder()
                        .setName(CONTROL)
                        .setDatatype(DataType.Boolean_VALUE)
                        .setBooleanValue(true)
                        .build();
        return Payload.of(
                SparkplugBProto.Payload.newBuilder()
                        .setTimestamp(System.currentTimeMillis())
                        .addMetrics(metric)
                        .build()
                        .toByteArray());
    }
}
