package dev.andon.node.machine.mqtt;

import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One Sparkplug gateway from birth to death: which session it is, which messages are missing, and
/// what its metrics are called. It begins unborn.
final class Gateway {
    private static final String SESSION = "bdSeq";
    private static final int NUMBERS = 256;

    private final Map<String, Birth> births = new HashMap<>();
    private @Nullable Long session;
    private long expected;
    private boolean born;

    /// Born, or born again.
    void born(Payload payload) {
        births.clear();
        births.put("", new Birth(payload));
        session = session(payload);
        expected = next(payload.getSeq());
        born = true;
    }

    /// Whether a will means the session that lives: that of an earlier one may come late.
    boolean dies(Payload will) {
        Long its = session(will);
        return born && (its == null || session == null || its.equals(session));
    }

    /// It cannot be heard any more.
    void dead() {
        births.clear();
        born = false;
    }

    /// A device is born.
    void born(String device, Payload payload) {
        births.put(device, new Birth(payload));
    }

    /// A device cannot be heard any more.
    void dead(String device) {
        births.remove(device);
    }

    boolean isBorn() {
        return born;
    }

    /// Whether nothing is missing before this message of the session.
    boolean follows(Payload payload) {
        boolean follows = payload.getSeq() == expected;
        expected = next(payload.getSeq());
        return follows;
    }

    /// The birth of a device, or of the gateway itself.
    Optional<Birth> birth(String device) {
        return Optional.ofNullable(births.get(device));
    }

    private static long next(long number) {
        return (number + 1) % NUMBERS;
    }

    private static @Nullable Long session(Payload payload) {
        return payload.getMetricsList().stream()
                .filter(metric -> metric.getName().equals(SESSION) && !metric.getIsNull())
                .map(
                        metric ->
                                metric.hasLongValue()
                                        ? metric.getLongValue()
                                        : Integer.toUnsignedLong(metric.getIntValue()))
                .findFirst()
                .orElse(null);
    }
}
