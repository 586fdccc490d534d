package dev.andon.node.machine.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.andon.config.MachineBroker;
import dev.andon.config.MachineBroker.Metrics;
import dev.andon.config.MachineBroker.Sparkplug;
import dev.andon.config.MachineBroker.TopicName;
import dev.andon.config.Secret;
import dev.andon.mqtt.MqttLink;
import dev.andon.mqtt.MqttSettings;
import dev.andon.mqtt.Payload;
import dev.andon.mqtt.Publication;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.MosquittoProcess;
import dev.andon.mqtt.testing.TestAuthority;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.IncidentLog;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Presses;
import dev.andon.node.incident.Source;
import dev.andon.node.incident.sqlite.IncidentTable;
import dev.andon.node.journal.OpenJournal;
import dev.andon.node.machine.Complaints;
import dev.andon.node.machine.MachineStops;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Machines, a real Mosquitto with TLS and passwords, and the journal of a node.
class MachineLinkTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String STATE = "machines/press-3/state";
    private static final Metrics PRESS_4 =
            new Metrics(
                    "press-4",
                    "edge/press",
                    Payloads.STATE,
                    List.of("true"),
                    List.of("false"),
                    Payloads.FAULT);

    @TempDir private Path folder;
    private TestAuthority authority;
    private MosquittoProcess broker;
    private OpenJournal journal;
    private IncidentLog log;
    private MqttLink machine;
    private Complaints complaints;
    private MachineLink node;

    @BeforeEach
    void start() {
        assumeThat(MosquittoProcess.installed()).as("mosquitto is installed").isTrue();
        authority = TestAuthority.in(folder.resolve("tls"), "ip:127.0.0.1");
        broker =
                MosquittoProcess.start(
                        TestBroker.Options.open(folder.resolve("broker"))
                                .over(authority)
                                .with(Map.of("machine", "m-word", "edge-1", "n-word")));
        MqttSettings settings =
                broker.client("machine").as("machine", "m-word").trusting(authority.trusting());
        machine = new PahoConnector().connect(settings);
        journal = OpenJournal.in(folder);
        log =
                new IncidentLog(
                        new IncidentTable(journal.file(), journal.clock()),
                        Presses.REGISTER,
                        text -> text,
                        journal.clock()::at);
        begin();
    }

    @AfterEach
    void stop() {
        if (broker != null) {
            node.close();
            machine.close();
            broker.close();
            journal.close();
        }
    }

    private void begin() {
        complaints = new Complaints();
        MachineBroker configured =
                new MachineBroker(
                        URI.create("mqtts://127.0.0.1:" + broker.url().getPort()),
                        "edge-1",
                        new Secret("n-word"),
                        authority.caFile(),
                        List.of("machines/{machine}/state"),
                        List.of(new TopicName("hall2-p3", "press-3")),
                        new Sparkplug("plant", List.of(PRESS_4)));
        node =
                MachineLink.start(
                        configured,
                        "edge-1",
                        Presses.REGISTER,
                        new Hearer(
                                new MachineStops(log, complaints), complaints, journal.clock()::at),
                        new PahoConnector());
        await(() -> node.state().connected());
    }

    @Test
    void recordsTheStopOfAPlainMachineOnceOverARestart() {
        long stopped = journal.clock().at() - 60_000;
        publish(
                Publication.confirmed(
                                STATE,
                                Payload.of(
                                        "{\"state\":\"stopped\",\"fault\":\"e42\",\"at\":%d}"
                                                .formatted(stopped)))
                        .retained());
        await(() -> all().size() == 1);
        assertThat(only().fault()).isEqualTo("E-42");
        Incident said =
                log.openOrJoin(Opening.now("press-3", "E-42", Source.SAID, Origin.VOICE))
                        .incident();
        assertThat(said.id()).isEqualTo(only().id());

        node.close();
        begin();
        await(() -> node.state().messages() > 0);
        publish(plain("machines/hall2-p3/state", "running"));
        await(() -> only().restored());

        assertThat(only().begun()).isEqualTo(stopped);
        assertThat(complaints.ignored()).isZero();
    }

    @Test
    void hearsWhatWasSaidWhileTheNodeWasAway() {
        node.close();
        publish(plain(STATE, "stopped"));
        assertThat(all()).isEmpty();

        begin();

        await(() -> all().size() == 1);
    }

    @Test
    void recordsTheStopOfASparkplugMachineOnceOverARestart() {
        long at = journal.clock().at();
        publish(edge("NBIRTH", Payloads.birth(1)));
        publish(press("DBIRTH", Payloads.device(1, at - 9_000, true, "0")));
        publish(press("DDATA", Payloads.running(2, at - 8_000, false)));
        await(() -> all().size() == 1);
        assertThat(only().begun()).isEqualTo(at - 8_000);

        node.close();
        begin();
        publish(edge("NDEATH", Payloads.death(0)));
        publish(edge("NBIRTH", Payloads.birth(1)));
        publish(press("DBIRTH", Payloads.device(1, at - 8_000, false, "0")));
        publish(press("DDATA", Payloads.running(2, at - 5_000, true)));
        await(() -> only().restored());

        assertThat(only().ended()).isEqualTo(at - 5_000);
        assertThat(only().fault()).isNull();
    }

    @Test
    void goesOnAfterWhatNobodyCanUse() {
        publish(plain(STATE, "halted"));
        publish(plain(STATE, "{\"state\":"));
        publish(plain("machines/press-9/state", "stopped"));
        publish(Publication.confirmed(STATE, Payload.of(new byte[100_000])));
        publish(edge("NBIRTH", Payload.of("no protobuf")));
        publish(press("DDATA", Payloads.running(2, 0, false)));

        publish(plain(STATE, "stopped"));

        await(() -> all().size() == 1);
        assertThat(complaints.ignored()).isEqualTo(6);
        assertThat(node.state().connected()).isTrue();
    }

    private static Publication plain(String topic, String text) {
        return Publication.confirmed(topic, Payload.of(text));
    }

    private static Publication edge(String type, Payload payload) {
        return Publication.confirmed("spBv1.0/plant/" + type + "/edge", payload);
    }

    private static Publication press(String type, Payload payload) {
        return Publication.confirmed("spBv1.0/plant/" + type + "/edge/press", payload);
    }

    private void publish(Publication publication) {
        machine.publish(publication).orTimeout(60, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private Incident only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Incident> all() {
        return log.list(false, null, 10);
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, %s", node.state(), all()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
