package dev.andon.mqtt;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A message that arrived.
///
/// @param topic that it was sent to
/// @param payload its bytes
/// @param qos 0 or 1
/// @param retained whether the broker had kept it
/// @param contentType null for none
/// @param responseTopic null for none
/// @param correlation null for none
/// @param properties user properties
/// @param acknowledging tells the broker that it is safe; does nothing with QoS 0, nor when the
///     link is gone
public record Delivery(
        String topic,
        Payload payload,
        int qos,
        boolean retained,
        @Nullable String contentType,
        @Nullable String responseTopic,
        @Nullable Payload correlation,
        Map<String, String> properties,
        Runnable acknowledging) {
    public Delivery {
        properties = Map.copyOf(properties);
    }

    /// Tells the broker that it is safe; until then it comes again after a cut.
    public void acknowledge() {
        acknowledging.run();
    }
}
