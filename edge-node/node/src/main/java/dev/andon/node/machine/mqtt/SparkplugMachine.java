package dev.andon.node.machine.mqtt;

import dev.andon.config.MachineBroker.Metrics;
import dev.andon.config.source.Nearest;
import dev.andon.node.machine.MachineReport;
import dev.andon.node.machine.MachineState;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One machine behind a gateway: its state and its fault, out of two metrics.
final class SparkplugMachine {
    /// What controls write where there is no fault.
    private static final Set<String> NO_FAULT = Set.of("", "0");

    private final Metrics metrics;
    private final String id;
    private @Nullable Metric state;
    private @Nullable String fault;

    /// @param id as the register writes it
    SparkplugMachine(Metrics metrics, String id) {
        this.metrics = metrics;
        this.id = id;
    }

    String id() {
        return id;
    }

    /// The gateway that it is behind.
    String edge() {
        return metrics.device().split("/", 2)[0];
    }

    /// Whether it is this device's; an empty name is the gateway itself.
    boolean isOf(String edge, String device) {
        return metrics.device().equals(device.isEmpty() ? edge : edge + "/" + device);
    }

    /// What a birth lacks of it, with the mend; empty if nothing.
    Optional<String> lacks(Set<String> names) {
        String wanted = metrics.state();
        return names.contains(wanted)
                ? Optional.empty()
                : Optional.of(
                        "%s has no metric '%s' for %s; %s. Correct machines.sparkplug.machines."
                                .formatted(
                                        metrics.device(),
                                        wanted,
                                        id,
                                        Nearest.of(wanted, names)
                                                .map("the nearest is '%s'"::formatted)
                                                .orElse("it has none at all")));
    }

    /// It has to be told anew.
    void forget() {
        state = null;
        fault = null;
    }

    /// @param values of its device's metrics
    /// @return what it says with them; empty if they do not concern it
    Optional<MachineReport> heard(Map<String, Metric> values, long arrivedAt) {
        Metric newState = values.get(metrics.state());
        Metric newFault = metrics.fault() == null ? null : values.get(metrics.fault());
        if (newFault != null) {
            String code = newFault.value();
            fault = code == null || NO_FAULT.contains(code) ? null : code;
        }
        if (newState != null) {
            state = newState;
        }
        Metric known = state;
        return known == null || newState == null && newFault == null
                ? Optional.empty()
                : Optional.of(
                        new MachineReport(
                                id, meant(known.value()), fault, known.at(), arrivedAt, false));
    }

    /// It cannot be heard.
    MachineReport unknown(long arrivedAt) {
        return new MachineReport(id, MachineState.UNKNOWN, null, null, arrivedAt, false);
    }

    private MachineState meant(@Nullable String value) {
        if (value == null) {
            return MachineState.UNKNOWN;
        }
        if (metrics.running().contains(value)) {
            return MachineState.RUNNING;
        }
        return metrics.stopped().contains(value) ? MachineState.STOPPED : MachineState.UNKNOWN;
    }
}
