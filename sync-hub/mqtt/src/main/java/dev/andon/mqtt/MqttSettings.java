package dev.andon.mqtt;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

import javax.net.ssl.SSLContext;

/// How to connect.
///
/// @param broker `ssl://host:port`, or `tcp://` on loopback
/// @param clientId unique at the broker
/// @param userName null for none
/// @param password null for none
/// @param tls whom to trust; null with `tcp://`
/// @param sessionExpiry how long the broker keeps what is meant for this client while it is away;
///     zero begins and ends with the connection
/// @param window publications under way at once
/// @param receiveMax deliveries of QoS 1 that may wait for their acknowledgement
/// @param keepAlive between signs of life
/// @param connectMax to wait for the broker
/// @param will what the broker publishes when this connection dies; null for nothing
public record MqttSettings(
        URI broker,
        String clientId,
        @Nullable String userName,
        @Nullable String password,
        @Nullable SSLContext tls,
        Duration sessionExpiry,
        int window,
        int receiveMax,
        Duration keepAlive,
        Duration connectMax,
        @Nullable Will will) {

    /// @param message to be published
    /// @param delay after the death, so that a short cut is not told as one
    public record Will(Publication message, Duration delay) {}

    /// Usual values for a client that keeps its session for a week.
    public static MqttSettings of(URI broker, String clientId) {
        return new MqttSettings(
                broker,
                clientId,
                null,
                null,
                null,
                Duration.ofDays(7),
                32,
                64,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                null);
    }

    /// The same with credentials.
    public MqttSettings as(String user, String secret) {
        return new MqttSettings(
                broker,
                clientId,
                user,
                secret,
                tls,
                sessionExpiry,
                window,
                receiveMax,
                keepAlive,
                connectMax,
                will);
    }

    /// The same over TLS.
    public MqttSettings trusting(SSLContext context) {
        return new MqttSettings(
                broker,
                clientId,
                userName,
                password,
                context,
                sessionExpiry,
                window,
                receiveMax,
                keepAlive,
                connectMax,
                will);
    }

    /// The same with a will.
    public MqttSettings leaving(Will left) {
        return new MqttSettings(
                broker,
                clientId,
                userName,
                password,
                tls,
                sessionExpiry,
                window,
                receiveMax,
                keepAlive,
                connectMax,
                left);
    }

    /// Does not show the password.
    @Override
    public String toString() {
        return "MqttSettings[%s, %s, user %s]".formatted(broker, clientId, userName);
    }
}
