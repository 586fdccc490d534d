package dev.andon.mqtt;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A message to send.
///
/// @param topic without wildcards
/// @param payload its bytes
/// @param qos 0 or 1, never 2
/// @param retain whether the broker keeps it for those who come later
/// @param contentType null for none
/// @param responseTopic null for none
/// @param correlation null for none
/// @param expirySeconds after this the broker throws it away; null: never
/// @param properties user properties
public record Publication(
        String topic,
        Payload payload,
        int qos,
        boolean retain,
        @Nullable String contentType,
        @Nullable String responseTopic,
        @Nullable Payload correlation,
        @Nullable Long expirySeconds,
        Map<String, String> properties) {
    public Publication {
        if (qos != 0 && qos != 1) {
            throw new IllegalArgumentException("a quality of service of " + qos + "; 0 or 1");
        }
        properties = Map.copyOf(properties);
    }

    /// A message that the broker confirms.
    public static Publication confirmed(String topic, Payload payload) {
        return new Publication(topic, payload, 1, false, null, null, null, null, Map.of());
    }

    /// A message that may be lost.
    public static Publication fleeting(String topic, Payload payload) {
        return new Publication(topic, payload, 0, false, null, null, null, null, Map.of());
    }

    /// The same, kept by the broker.
    public Publication retained() {
        return new Publication(
                topic,
                payload,
                qos,
                true,
                contentType,
                responseTopic,
                correlation,
                expirySeconds,
                properties);
    }

    /// The same of a content type.
    public Publication of(String type) {
        return new Publication(
                topic,
                payload,
                qos,
                retain,
                type,
                responseTopic,
                correlation,
                expirySeconds,
                properties);
    }

    /// The same that wants an answer.
    public Publication answeredAt(String topicOfAnswer, Payload correlationData) {
        return new Publication(
                topic,
                payload,
                qos,
                retain,
                contentType,
                topicOfAnswer,
                correlationData,
                expirySeconds,
                properties);
    }

    /// The same as the answer to what came with these data.
    public Publication answering(Payload correlationData) {
        return new Publication(
                topic,
                payload,
                qos,
                retain,
                contentType,
                responseTopic,
                correlationData,
                expirySeconds,
                properties);
    }

    /// The same that is worthless after a time.
    public Publication expiring(long seconds) {
        return new Publication(
                topic,
                payload,
                qos,
                retain,
                contentType,
                responseTopic,
                correlation,
                seconds,
                properties);
    }

    /// The same with user properties.
    public Publication with(Map<String, String> more) {
        return new Publication(
                topic,
                payload,
                qos,
                retain,
                contentType,
                responseTopic,
                correlation,
                expirySeconds,
                more);
    }
}
