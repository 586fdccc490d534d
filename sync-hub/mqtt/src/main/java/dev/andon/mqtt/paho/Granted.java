package dev.andon.mqtt.paho;

import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttSettings;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// What the broker allows, by its answer to the connection.
///
/// @param window publications under way at once
/// @param packetBytesMax of one message, all of it
record Granted(int window, long packetBytesMax) {
    /// Of the broker's window this much stays free: Paho counts a moment behind.
    private static final int MARGIN = 5;

    /// MQTT 5: if the broker says nothing.
    private static final int RECEIVE_MAX = 65_535;

    /// Likewise.
    private static final long PACKET_BYTES_MAX = 268_435_460;

    static Granted of(MqttSettings settings, IMqttToken token) {
        MqttProperties told = token.getResponseProperties();
        Integer qos = told.getMaximumQoS();
        if (qos != null && qos == 0) {
            throw new MqttFailure(
                    "refused",
                    "The broker at %s confirms no message (maximum QoS 0). Use another."
                            .formatted(settings.broker()));
        }
        Integer receiveMax = told.getReceiveMaximum();
        Long packetBytesMax = told.getMaximumPacketSize();
        int most = (receiveMax == null ? RECEIVE_MAX : receiveMax) - MARGIN;
        return new Granted(
                Math.max(1, Math.min(settings.window(), most)),
                packetBytesMax == null ? PACKET_BYTES_MAX : packetBytesMax);
    }
}
