package dev.andon.node.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.demo.DemoPlant;
import dev.andon.config.register.RegisterReader;
import dev.andon.config.register.RegisterWriter;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.mqtt.testing.TestBroker;
import dev.andon.node.EdgeNode;
import dev.andon.node.NodeJournal;
import dev.andon.node.hub.HubProcess;
import dev.andon.node.hub.HubProgram;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.sync.HubLink;
import dev.andon.node.sync.NodeReport;
import dev.andon.node.sync.NodeStore;
import dev.andon.node.sync.Pace;
import dev.andon.node.sync.enrol.Enroller;
import dev.andon.node.sync.enrol.EnrolmentCode;
import dev.andon.node.sync.enrol.EnrolmentFolder;
import dev.andon.protocol.ExpertReply;
import dev.andon.protocol.fact.MilestoneFact.Wait;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// From the call at the line to the hub, and from the expert back to the line: a hub as a process
/// with its broker, and a node with its real journal and link.
@Timeout(300)
class ExpertOverTheHubTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @TempDir private Path folder;
    private HubProcess hub;
    private Node node;

    /// A node that runs.
    private record Node(NodeJournal journal, HubLink link) implements AutoCloseable {
        static Node start(NodeHome home) {
            NodeJournal journal =
                    NodeJournal.open(home, DeviceConfig.defaults(), EdgeNode.register(home));
            return new Node(journal, link(home, journal));
        }

        private static HubLink link(NodeHome home, NodeJournal journal) {
            return HubLink.start(
                    new EnrolmentFolder(home.hub()).read().orElseThrow(),
                    new HubLink.Settings(
                            home.hub(),
                            Duration.ofSeconds(30),
                            new PahoConnector(),
                            Pace.USUAL,
                            () -> {},
                            Map.of(ExpertReply.COMMAND, journal.escalations()::replied)),
                    new NodeStore(journal.outbox(), journal.facts(), journal.clock()),
                    new NodeReport("test", List::of, List::of, () -> null, journal::disk, List::of),
                    List.of());
        }

        Escalations escalations() {
            return journal.escalations();
        }

        void sent() {
            await("the hub has all of it", () -> journal.outbox().state().rows() == 0);
        }

        @Override
        public void close() {
            link.close();
            journal.close();
        }
    }

    @BeforeEach
    void startTheHub() throws IOException {
        Path home = Files.createDirectories(folder.resolve("hub"));
        Files.writeString(
                home.resolve("hub.yaml"),
                "hub: {site: lyon}\nweb: {port: %d}\nbroker: {host: 127.0.0.1, port: %d}\n"
                        .formatted(TestBroker.freePort(), TestBroker.freePort()));
        hub = HubProcess.start(HubProgram.find(), home);
        NodeHome box = new NodeHome(folder.resolve("node")).create();
        RegisterWriter.write(
                RegisterReader.read(DemoPlant.unpack(folder.resolve("plant")).register()),
                box.register());
        new Enroller(new EnrolmentFolder(box.hub()))
                .enrol(
                        hub.address().toString(),
                        EnrolmentCode.parse(hub.run("fleet", "invite", "edge-1").strip()));
        node = Node.start(box);
    }

    @AfterEach
    void stop() {
        node.close();
        hub.close();
    }

    @Test
    void tellsTheTechnicianOnceWhateverIsRestartedMeanwhile() throws IOException {
        Incident incident =
                node.journal()
                        .incidents()
                        .open(Opening.now("palletiser-1", "E-42", Source.ENTERED, Origin.CLI));
        incident = node.journal().incidents().wait(incident.id(), Wait.EXPERT, Source.ENTERED);
        Escalation call =
                node.escalations().call("Why does E-42 come back?", List.of(), incident, null);
        node.sent();
        assertThat(hub.run("fleet", "inbox", "--open"))
                .contains(call.id().substring(0, 8), "edge-1, palletiser-1", "open for")
                .contains("Why does E-42 come back?", "declared", "waiting for expert");

        node.close();
        assertThat(
                        hub.run(
                                "fleet",
                                "answer",
                                call.id().substring(0, 8),
                                "--text",
                                "Look at the seal behind the guard.",
                                "--wait",
                                "0"))
                .contains("edge-1 did not confirm it yet");
        hub.close();
        hub = HubProcess.start(HubProgram.find(), hub.home());
        restart();
        await("the answer is on the node", () -> !node.escalations().unheard().isEmpty());

        restart();
        assertThat(node.escalations().notice())
                .isEqualTo(
                        "The expert has answered your question about Palletiser."
                                + " Look at the seal behind the guard.");
        restart();
        assertThat(node.escalations().notice()).isNull();
        node.sent();
        JsonNode answered = JSON.readTree(hub.run("fleet", "inbox", "--json"));
        assertThat(answered.path("open").asBoolean()).isFalse();
        assertThat(answered.path("answers")).hasSize(1);
        assertThat(answered.path("answers").get(0).path("state").asText()).isEqualTo("heard");
    }

    private void restart() {
        node.close();
        node = Node.start(new NodeHome(folder.resolve("node")));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
