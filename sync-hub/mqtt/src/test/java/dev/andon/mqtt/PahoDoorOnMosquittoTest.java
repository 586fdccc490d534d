package dev.andon.mqtt;

import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;

import org.junit.jupiter.api.condition.EnabledIf;

/// Skipped where Debian's package `mosquitto` is not installed; `.ci/run` installs it.
@EnabledIf("dev.andon.mqtt.testing.MosquittoProcess#installed")
class PahoDoorOnMosquittoTest extends MqttDoorContract {
    @Override
    TestBroker start(TestBroker.Options options) {
        return MosquittoProcess.start(options);
    }

    @Override
    MqttConnector connector() {
        return new PahoConnector();
    }
}
