package dev.andon.mqtt.paho;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// What Paho tells. Nothing here throws or waits: Paho would forget the message.
record Ears(PahoLink link) implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage message) {
        link.arrived(topic, message);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        link.lost(
                "The connection to the broker broke: " + Reasons.of(response) + ".",
                response.getException());
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        // A broken connection follows, or nothing.
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // The listener of the publication is told too.
    }

    @Override
    public void connectComplete(boolean again, String broker) {
        // The listener of the connection is told too.
    }

    @Override
    public void authPacketArrived(int code, MqttProperties properties) {
        // We offer no method of it.
    }
}
