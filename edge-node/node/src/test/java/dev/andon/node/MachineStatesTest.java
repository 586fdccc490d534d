package dev.andon.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.RegisterWriter;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.node.doctor.Finding;
import dev.andon.node.doctor.Finding.Verdict;
import dev.andon.node.incident.Presses;
import dev.andon.node.web.EngineHealth;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Machine states in the node as it is configured, seen by health and doctor.
class MachineStatesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private NodeHome home;

    @BeforeEach
    void make() {
        home = new NodeHome(folder.resolve("home")).create();
        RegisterWriter.write(Presses.REGISTER, home.register());
    }

    @Test
    void listensToNobodyUnlessABrokerIsConfigured() throws IOException {
        DeviceConfig config = DeviceConfig.defaults();
        try (NodeJournal journal = NodeJournal.open(home, config, Presses.REGISTER)) {
            assertThat(MachineStates.start(config, journal, Presses.REGISTER)).isEmpty();
        }
        assertThat(findings(config)).isEmpty();
    }

    @Test
    void recordsWhatItHearsAndSaysHowItIs() throws IOException {
        assumeThat(MosquittoProcess.installed()).as("mosquitto is installed").isTrue();
        try (MosquittoProcess broker =
                MosquittoProcess.start(TestBroker.Options.open(folder.resolve("broker")))) {
            DeviceConfig config = config(broker.url().getPort());
            try (NodeJournal journal = NodeJournal.open(home, config, Presses.REGISTER);
                    MachineStates states =
                            MachineStates.start(config, journal, Presses.REGISTER).orElseThrow();
                    var machine = new PahoConnector().connect(broker.client("machine"))) {
                await(() -> states.health().state() == EngineHealth.State.OK);
                assertThat(states.health().detail()).contains("nothing heard yet", "0 messages");
                machine.publish(state("halted"));
                machine.publish(state("stopped")).join();
                await(() -> journal.incidents().openOn("press-3").size() == 1);
                assertThat(states.health().detail())
                        .contains("last message ", " ago (", ", 1 messages ignored");
                assertThat(findings(config))
                        .extracting(Finding::verdict)
                        .containsExactly(Verdict.OK, Verdict.NOTE);
                broker.kill();
                await(() -> states.health().state() == EngineHealth.State.DEGRADED);
                assertThat(states.health().mend()).contains("andon.yaml");
            }
            assertThat(findings(config).getFirst())
                    .satisfies(finding -> assertThat(finding.detail()).contains("does not answer"));
        }
    }

    private static Publication state(String text) {
        return Publication.confirmed("machines/press-3/state", Payload.of(text));
    }

    private DeviceConfig config(int port) throws IOException {
        return DeviceConfig.read(
                Files.writeString(
                        home.config(),
                        """
                        machines:
                          url: mqtt://127.0.0.1:%d
                          topics: ["machines/{machine}/state"]
                          names: [{name: p9, machine: press-9}]
                        """
                                .formatted(port)));
    }

    private List<Finding> findings(DeviceConfig config) {
        List<Finding> findings = new ArrayList<>();
        MachineExamination.examine(home, config, findings::add);
        return findings;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
