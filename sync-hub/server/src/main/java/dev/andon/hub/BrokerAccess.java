package dev.andon.hub;

import dev.andon.mqtt.MqttSettings;

import org.jspecify.annotations.Nullable;

import java.net.URI;

import javax.net.ssl.SSLContext;

/// How the hub's own clients connect to the broker.
///
/// @param broker `ssl://host:port`, or `tcp://` on this computer
/// @param user of the hub
/// @param password of it
/// @param tls whom to trust; null with `tcp://`
record BrokerAccess(URI broker, String user, String password, @Nullable SSLContext tls) {
    /// A client of the hub.
    ///
    /// @param clientId begins with `hub`
    MqttSettings settings(String clientId) {
        MqttSettings plain = MqttSettings.of(broker, clientId).as(user, password);
        return tls == null ? plain : plain.trusting(tls);
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "BrokerAccess[%s, user %s]".formatted(broker, user);
    }
}
