package dev.andon.hub;

import dev.andon.mqtt.MqttSettings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import javax.net.ssl.SSLContext;

/// How the hub's own clients connect to the broker.
///
/// @param broker `ssl://host:port`, or `tcp://` on this computer
/// @param user of the hub
/// @param password of it
/// @param tls whom to trust; null with `tcp://`
record BrokerAccess(URI broker, String user, String password, @Nullable SSLContext tls) {
    /// A client of the hub whose session is gone when it is.
    ///
    /// @param what it does; a random ending keeps several apart
    MqttSettings passing(String what) {
        MqttSettings of =
                settings("hub-" + what + "-" + UUID.randomUUID().toString().substring(0, 8));
        return new MqttSettings(
                of.broker(),
                of.clientId(),
                of.userName(),
                of.password(),
                of.tls(),
                Duration.ZERO,
                of.window(),
                of.receiveMax(),
                of.keepAlive(),
                of.connectMax(),
                of.will());
    }

    /// The hub's one client that keeps its session.
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
