package dev.andon.node.machine.mqtt;

import dev.andon.knowledge.StageException;
import dev.andon.mqtt.MqttFailure;
import dev.andon.node.machine.Complaints;
import dev.andon.node.machine.MachineReport;
import dev.andon.node.machine.MachineStops;

import java.util.function.LongSupplier;

/// Where reports go.
///
/// @param stops makes incidents of them
/// @param complaints about what cannot be used
/// @param now the node's clock, UTC milliseconds
public record Hearer(MachineStops stops, Complaints complaints, LongSupplier now) {
    /// Hands one on.
    ///
    /// @throws MqttFailure `store`: it could not be written; the link ends, and the message comes
    ///     again to the next
    void heard(MachineReport report) {
        try {
            stops.heard(report);
        } catch (StageException failure) {
            throw new MqttFailure("store", String.valueOf(failure.getMessage()), failure);
        }
    }
}
