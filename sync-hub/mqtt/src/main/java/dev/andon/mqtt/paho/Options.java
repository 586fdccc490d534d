package dev.andon.mqtt.paho;

import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.MqttSettings.Will;

import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Our settings in Paho's words.
final class Options {
    private Options() {}

    static MqttConnectionOptions of(MqttSettings settings) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(settings.sessionExpiry().isZero());
        options.setSessionExpiryInterval(settings.sessionExpiry().toSeconds());
        options.setReceiveMaximum(settings.receiveMax());
        options.setMaximumPacketSize((long) Frames.FRAME_BYTES_MAX);
        options.setKeepAliveInterval(seconds(settings.keepAlive()));
        options.setConnectionTimeout(seconds(settings.connectMax()));
        options.setUseSubscriptionIdentifiers(false);
        identify(options, settings);
        secure(options, settings);
        Will will = settings.will();
        if (will != null) {
            leave(options, will);
        }
        return options;
    }

    private static void identify(MqttConnectionOptions options, MqttSettings settings) {
        options.setUserName(settings.userName());
        String password = settings.password();
        if (password != null) {
            options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void secure(MqttConnectionOptions options, MqttSettings settings) {
        var tls = settings.tls();
        options.setHttpsHostnameVerificationEnabled(true);
        options.setSocketFactory(
                tls == null ? PromptSockets.plain() : PromptSockets.over(tls.getSocketFactory()));
    }

    private static void leave(MqttConnectionOptions options, Will will) {
        MqttProperties properties = Messages.properties(will.message());
        properties.setWillDelayInterval(will.delay().toSeconds());
        options.setWillMessageProperties(properties);
        options.setWill(will.message().topic(), Messages.bare(will.message()));
    }

    /// Paho counts whole seconds, and zero is for ever.
    private static int seconds(Duration duration) {
        return (int) Math.max(1, duration.toSeconds());
    }
}
