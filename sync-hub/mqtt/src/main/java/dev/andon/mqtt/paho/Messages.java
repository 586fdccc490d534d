package dev.andon.mqtt.paho;

import dev.andon.mqtt.Delivery;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;

import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Our messages in Paho's words, and back.
final class Messages {
    /// Beside topic, texts and payload: fixed header, identifiers, lengths.
    private static final int OVERHEAD_BYTES = 64;

    /// Beside the two texts of a user property.
    private static final int PROPERTY_BYTES = 5;

    private Messages() {}

    /// A new one each time: Paho writes into it.
    static MqttMessage of(Publication publication) {
        MqttMessage message = bare(publication);
        message.setProperties(properties(publication));
        return message;
    }

    /// Without its properties, as a will has them apart.
    static MqttMessage bare(Publication publication) {
        MqttMessage message = new MqttMessage(publication.payload().bytes());
        message.setQos(publication.qos());
        message.setRetained(publication.retain());
        message.setProperties(new MqttProperties());
        return message;
    }

    static MqttProperties properties(Publication publication) {
        MqttProperties properties = new MqttProperties();
        properties.setContentType(checked(publication.contentType()));
        properties.setResponseTopic(checked(publication.responseTopic()));
        Payload correlation = publication.correlation();
        if (correlation != null) {
            properties.setCorrelationData(correlation.bytes());
        }
        properties.setMessageExpiryInterval(publication.expirySeconds());
        List<UserProperty> all = new ArrayList<>();
        publication.properties().forEach((name, value) -> all.add(property(name, value)));
        properties.setUserProperties(all);
        return properties;
    }

    /// What it takes on the wire at most.
    static long bytesMax(Publication publication) {
        Payload correlation = publication.correlation();
        long bytes = OVERHEAD_BYTES + bytes(publication.topic()) + publication.payload().length();
        bytes += bytes(publication.contentType()) + bytes(publication.responseTopic());
        bytes += correlation == null ? 0 : correlation.length();
        for (var each : publication.properties().entrySet()) {
            bytes += PROPERTY_BYTES + bytes(each.getKey()) + bytes(each.getValue());
        }
        return bytes;
    }

    static Delivery delivery(String topic, MqttMessage message, Runnable acknowledging) {
        MqttProperties properties = message.getProperties();
        byte[] correlation = properties.getCorrelationData();
        return new Delivery(
                topic,
                Payload.of(message.getPayload()),
                message.getQos(),
                message.isRetained(),
                properties.getContentType(),
                properties.getResponseTopic(),
                correlation == null ? null : Payload.of(correlation),
                userProperties(properties),
                acknowledging);
    }

    /// MQTT allows a name more than once; the first counts.
    private static Map<String, String> userProperties(MqttProperties properties) {
        Map<String, String> all = new LinkedHashMap<>();
        properties
                .getUserProperties()
                .forEach(each -> all.putIfAbsent(each.getKey(), each.getValue()));
        return all;
    }

    private static UserProperty property(String name, String value) {
        checked(name);
        checked(value);
        return new UserProperty(name, value);
    }

    private static @Nullable String checked(@Nullable String text) {
        if (text != null && !FrameCheck.harmless(text)) {
            throw new IllegalArgumentException(
                    "A text of a message holds a control character, which MQTT does not carry.");
        }
        return text;
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
