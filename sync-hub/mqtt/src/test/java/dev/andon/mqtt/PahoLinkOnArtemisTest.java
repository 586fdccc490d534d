package dev.andon.mqtt;

import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.EmbeddedArtemis;
import dev.andon.mqtt.testing.TestBroker;

class PahoLinkOnArtemisTest extends MqttLinkContract {
    @Override
    TestBroker start(TestBroker.Options options) {
        return EmbeddedArtemis.start(options);
    }

    @Override
    MqttConnector connector() {
        return new PahoConnector();
    }
}
