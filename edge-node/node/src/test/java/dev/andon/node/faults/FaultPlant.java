package dev.andon.node.faults;

import dev.andon.mqtt.testing.ChaosProxy;
import dev.andon.mqtt.testing.Mischief;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.node.hub.HubProcess;
import dev.andon.node.hub.HubProgram;
import dev.andon.node.sync.enrol.Enroller;
import dev.andon.node.sync.enrol.EnrolmentCode;
import dev.andon.node.sync.enrol.EnrolmentFolder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A hub as a process and its broker: the one embedded in it, or a Mosquitto behind a network that
/// does what is wished.
public final class FaultPlant implements AutoCloseable {
    private final HubProgram program = HubProgram.find();
    private final Path hubHome;
    private final @Nullable MosquittoProcess mosquitto;
    private final @Nullable ChaosProxy network;
    private HubProcess hub;

    private FaultPlant(
            Path folder, @Nullable MosquittoProcess mosquitto, @Nullable ChaosProxy network)
            throws IOException {
        this.mosquitto = mosquitto;
        this.network = network;
        this.hubHome = Files.createDirectories(folder.resolve("hub"));
        Files.writeString(
                hubHome.resolve("hub.yaml"),
                """
                hub:
                  site: faults
                web:
                  port: %d
                broker:
                %s
                """
                        .formatted(TestBroker.freePort(), broker(network)));
        this.hub = HubProcess.start(program, hubHome);
    }

    private static String broker(@Nullable ChaosProxy network) {
        return network == null
                ? "  host: 127.0.0.1\n  port: " + TestBroker.freePort()
                : "  kind: external\n  url: " + network.url();
    }

    /// A hub with the broker in it.
    static FaultPlant embedded(Path folder) throws IOException {
        return new FaultPlant(folder, null, null);
    }

    /// A hub, a Mosquitto and, between that one and all others, a network.
    public static FaultPlant mosquitto(Path folder, Mischief mischief) throws IOException {
        MosquittoProcess broker =
                MosquittoProcess.start(TestBroker.Options.open(folder.resolve("mosquitto")));
        return new FaultPlant(folder, broker, ChaosProxy.before(broker.url(), mischief));
    }

    /// Enrols a node.
    ///
    /// @param folder in which it keeps that
    public void enrol(String node, Path folder) {
        String code = hub.run("fleet", "invite", node).strip();
        new Enroller(new EnrolmentFolder(folder))
                .enrol(hub.address().toString(), EnrolmentCode.parse(code));
    }

    /// The hub's database.
    public Path database() {
        return hubHome.resolve("hub.db");
    }

    /// What is between the broker and all others; null if the broker is in the hub.
    public @Nullable ChaosProxy network() {
        return network;
    }

    /// What it is called in a list of the killed.
    String hubName() {
        return mosquitto == null ? "hub with its broker" : "hub";
    }

    /// Whether the broker can be killed alone.
    boolean hasBroker() {
        return mosquitto != null;
    }

    /// kill -9, and a new one on the same folder and ports.
    void killHub() {
        hub.process().destroyForcibly().onExit().join();
        hub = HubProcess.start(program, hubHome);
    }

    /// kill -9, and a new one on the same folder and port.
    void killBroker() {
        if (mosquitto != null) {
            mosquitto.startAgain();
        }
    }

    @Override
    public void close() {
        hub.close();
        if (network != null) {
            network.close();
        }
        if (mosquitto != null) {
            mosquitto.close();
        }
    }
}
