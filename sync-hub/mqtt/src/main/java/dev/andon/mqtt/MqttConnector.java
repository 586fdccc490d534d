package dev.andon.mqtt;

/// Makes connections.
@FunctionalInterface
public interface MqttConnector {
    /// Connects and waits for it.
    ///
    /// @throws MqttFailure `unreachable`, `refused` (credentials), `tls`
    MqttLink connect(MqttSettings settings);
}
