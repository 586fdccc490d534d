package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.MachineBroker;
import dev.andon.config.register.AssetRegister;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.node.machine.Complaints;
import dev.andon.node.machine.MachineStops;
import dev.andon.node.machine.mqtt.BrokerState;
import dev.andon.node.machine.mqtt.Hearer;
import dev.andon.node.machine.mqtt.MachineLink;
import dev.andon.node.sync.TimeAgo;
import dev.andon.node.web.EngineHealth;

import java.util.Optional;

/// What machines say of themselves, from their broker to the log of incidents.
final class MachineStates implements AutoCloseable {
    private static final String NAME = "machine states";

    private final MachineBroker broker;
    private final NodeJournal journal;
    private final Complaints complaints;
    private final MachineLink link;

    private MachineStates(DeviceConfig config, NodeJournal journal, AssetRegister register) {
        this.broker = config.machines();
        this.journal = journal;
        this.complaints = new Complaints();
        this.link =
                MachineLink.start(
                        broker,
                        config.node().id(),
                        register,
                        new Hearer(
                                new MachineStops(journal.incidents(), complaints),
                                complaints,
                                journal.clock()::at),
                        new PahoConnector());
    }

    /// Starts, if a broker is configured.
    static Optional<MachineStates> start(
            DeviceConfig config, NodeJournal journal, AssetRegister register) {
        return config.machines().url() == null
                ? Optional.empty()
                : Optional.of(new MachineStates(config, journal, register));
    }

    /// How it is. Questions are answered without it, so that it degrades the node at worst.
    EngineHealth health() {
        BrokerState state = link.state();
        String failure = state.failure();
        if (failure != null) {
            return new EngineHealth(
                    NAME,
                    EngineHealth.State.DEGRADED,
                    failure,
                    "look at machines in andon.yaml, and whether the broker runs");
        }
        return state.connected()
                ? new EngineHealth(NAME, EngineHealth.State.OK, heard(state), null)
                : new EngineHealth(
                        NAME, EngineHealth.State.STARTING, "connects to " + broker.url(), null);
    }

    private String heard(BrokerState state) {
        Long last = state.lastAt();
        String ignored = "%,d messages ignored".formatted(complaints.ignored());
        return last == null
                ? "connected to %s, nothing heard yet, %s".formatted(broker.url(), ignored)
                : "connected to %s, last message %s, %s"
                        .formatted(broker.url(), TimeAgo.of(last, journal.clock().at()), ignored);
    }

    @Override
    public void close() {
        link.close();
    }
}
