package dev.andon.mqtt.paho;

import dev.andon.mqtt.MqttFailure;
import dev.andon.mqtt.MqttSettings;

import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;

import java.io.EOFException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLException;

/// Paho's and MQTT's numbers in words.
final class Reasons {
    private Reasons() {}

    /// Why a connection was not made.
    static MqttFailure notConnected(MqttSettings settings, MqttException e) {
        if (has(e, SSLException.class) || has(e, GeneralSecurityException.class)) {
            return new MqttFailure(
                    "tls",
                    "The broker at %s is not the one that is trusted here: %s. Check the certificate of its authority and the name in its own."
                            .formatted(settings.broker(), deepest(e)),
                    e);
        }
        return switch (e.getReasonCode()) {
            case 0x84, 0x85, 0x86, 0x87, 0x8a, 0x8c, 0x95, 0x97, 0x9b, 0x9d ->
                    new MqttFailure(
                            "refused",
                            "The broker at %s refuses %s: %s."
                                    .formatted(settings.broker(), settings.clientId(), words(e)),
                            e);
            default -> unreachable(settings, words(e), e);
        };
    }

    static MqttFailure unreachable(MqttSettings settings, String why, Throwable cause) {
        return new MqttFailure(
                "unreachable",
                "No connection to the broker at %s: %s. It is tried again."
                        .formatted(settings.broker(), why),
                cause);
    }

    /// Why Paho says that a connection ended.
    static String of(MqttDisconnectResponse response) {
        MqttException cause = response.getException();
        return cause != null ? of(cause) : code(response.getReturnCode());
    }

    static String of(MqttException e) {
        return words(e);
    }

    private static String words(MqttException e) {
        if (has(e, UnknownHostException.class)) {
            return "there is no host of that name";
        }
        int code = e.getReasonCode();
        return code >= 0x80 && code <= 0xff ? code(code) : deepest(e);
    }

    /// MQTT 5, section 2.4.
    private static String code(int code) {
        return switch (code) {
            case 0x84 -> "it does not speak MQTT 5";
            case 0x85 -> "it does not take the client id";
            case 0x86 -> "wrong user name or password";
            case 0x87 -> "not allowed";
            case 0x88, 0x89 -> "it is busy";
            case 0x8a -> "banned";
            case 0x8b -> "it shuts down";
            case 0x8d -> "it heard nothing for too long";
            case 0x8e -> "another connection took over this client id";
            case 0x93 -> "more was sent than it takes at once";
            case 0x95 -> "a message was too large for it";
            case 0x97 -> "a quota is used up";
            default -> "reason 0x%02x".formatted(code);
        };
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof EOFException
                ? "the other side ended it"
                : String.valueOf(deepest.getMessage());
    }
}
