package dev.andon.node.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.node.hub.HubProcess;
import dev.andon.node.hub.HubProgram;
import dev.andon.node.incident.Incident;
import dev.andon.node.incident.Opening;
import dev.andon.node.incident.Origin;
import dev.andon.node.incident.Source;
import dev.andon.node.sync.SyncException;
import dev.andon.node.sync.enrol.Enroller;
import dev.andon.node.sync.enrol.EnrolmentCode;
import dev.andon.node.sync.enrol.EnrolmentFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A hub with its broker beside the demonstration's node, and the node enrolled at it: what a plant
/// does by commands, done by the same commands.
public final class DemoFleet implements AutoCloseable {
    /// The manual that is updated.
    public static final String DOCUMENT = "px200-service";

    private static final String NODE = "edge-1";
    private static final Duration ARRIVES_MAX = Duration.ofSeconds(90);
    private static final JsonMapper JSON = new JsonMapper();

    private final DemoNode demo;
    private final HubProcess hub;

    private DemoFleet(DemoNode demo, HubProcess hub) {
        this.demo = demo;
        this.hub = hub;
    }

    /// Starts the hub, enrols the node and lets it join.
    ///
    /// @throws SyncException the hub does not start, or does not take the node
    public static DemoFleet join(DemoNode demo) {
        Path home = demo.hubHome();
        configure(home);
        HubProcess hub = HubProcess.start(HubProgram.find(), home);
        DemoFleet fleet = new DemoFleet(demo, hub);
        String code = parsed(hub.run("fleet", "invite", NODE, "--json")).path("code").asText();
        new Enroller(new EnrolmentFolder(demo.home().hub()))
                .enrol(hub.address().toString(), EnrolmentCode.parse(code));
        demo.node().joinHub(() -> {});
        return fleet;
    }

    private static void configure(Path home) {
        try {
            Files.createDirectories(home);
            Files.writeString(
                    home.resolve("hub.yaml"),
                    """
                    hub:
                      site: demo
                    web:
                      port: 0
                    broker:
                      host: 127.0.0.1
                      port: 0
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the hub listens.
    public String address() {
        return hub.address().toString();
    }

    /// A machine stops: an incident on the node.
    public Incident stop() {
        return demo.node()
                .journal()
                .incidents()
                .open(Opening.now("palletiser-1", "E-42", Source.ENTERED, Origin.CLI));
    }

    /// The incident as the hub has it, once it is there.
    public JsonNode awaitIncident(Incident incident) {
        return await(
                "the incident",
                () -> hub.run("fleet", "incidents", "--json"),
                line -> line.path("incident").asText().equals(incident.id()));
    }

    /// Puts the later revision of the manual into the library and lets every node serve it.
    public void push() {
        hub.run(
                "library",
                "add",
                demo.plant().update().toString(),
                "--questions",
                demo.plant().updateQuestions().toString());
        hub.run("library", "stage", DOCUMENT, "D", "--ring", "everyone");
    }

    /// The revision that the hub sees the node serve, once it is no longer the old one.
    public String awaitServing() {
        JsonNode node =
                await(
                        "the revision",
                        () -> hub.run("fleet", "--json"),
                        line ->
                                line.path("node").asText().equals(NODE)
                                        && !serving(line).isEmpty());
        return serving(node);
    }

    private static String serving(JsonNode node) {
        for (JsonNode installed : node.path("installed")) {
            if (installed.path("id").asText().equals(DOCUMENT)
                    && installed.path("serving").asBoolean()) {
                return installed.path("revision").asText();
            }
        }
        return "";
    }

    private JsonNode await(String what, Supplier<String> lines, Predicate<JsonNode> wanted) {
        Instant deadline = Instant.now().plus(ARRIVES_MAX);
        while (Instant.now().isBefore(deadline)) {
            Optional<JsonNode> found =
                    lines.get().lines().map(DemoFleet::parsed).filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new SyncException(
                "demo-stuck",
                "%s did not arrive within %d s; the hub's log is %s."
                        .formatted(what, ARRIVES_MAX.toSeconds(), hub.home().resolve("hub.log")));
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /// The node leaves first, as it would before its own end; the hub is gone after this, so the
    /// node forgets that it was enrolled.
    @Override
    public void close() {
        demo.node().leaveHub();
        hub.close();
        new EnrolmentFolder(demo.home().hub()).forget();
    }
}
