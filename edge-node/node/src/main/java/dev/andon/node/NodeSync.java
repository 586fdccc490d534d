package dev.andon.node;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.models.Manifest;
import dev.andon.models.ModelStore;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.node.sync.HubLink;
import dev.andon.node.sync.LinkState;
import dev.andon.node.sync.NodeReport;
import dev.andon.node.sync.NodeStore;
import dev.andon.node.sync.Pace;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.node.sync.enrol.EnrolmentFolder;
import dev.andon.node.sync.library.LibraryClient;
import dev.andon.node.web.EngineHealth;
import dev.andon.protocol.ExpertReply;
import dev.andon.protocol.NodeStatus.EngineState;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The talk of a node with its hub: the link, and the library that uses the same connection.
final class NodeSync implements AutoCloseable {
    private static final String NAME = "hub";

    private final LibraryClient library;
    private final HubLink link;

    private NodeSync(LibraryClient library, HubLink link) {
        this.library = library;
        this.link = link;
    }

    /// Starts, if the node is enrolled.
    static Optional<NodeSync> start(
            NodeHome home, DeviceConfig config, EdgeNode node, Runnable restartNeeded) {
        return new EnrolmentFolder(home.hub())
                .read()
                .map(enrolment -> start(enrolment, home, config, node, restartNeeded));
    }

    private static NodeSync start(
            Enrolment enrolment,
            NodeHome home,
            DeviceConfig config,
            EdgeNode node,
            Runnable restartNeeded) {
        NodeJournal journal = node.journal();
        LibraryIdentity identity =
                new LibraryIdentity(enrolment.site(), enrolment.node(), enrolment.trustedKeys());
        LibraryClient library =
                new LibraryClient(
                        node.library(identity, journal.clock()::at),
                        journal.facts(),
                        restartNeeded);
        HubLink link =
                HubLink.start(
                        enrolment,
                        new HubLink.Settings(
                                home.hub(),
                                Duration.ofSeconds(config.sync().statusSeconds()),
                                new PahoConnector(),
                                Pace.USUAL,
                                library::resync,
                                Map.of(ExpertReply.COMMAND, journal.escalations()::replied)),
                        new NodeStore(journal.outbox(), journal.facts(), journal.clock()),
                        report(home, node, journal, library),
                        List.of(library));
        library.start();
        return new NodeSync(library, link);
    }

    private static NodeReport report(
            NodeHome home, EdgeNode node, NodeJournal journal, LibraryClient library) {
        ModelsAtHand models =
                new ModelsAtHand(
                        new ModelStore(home.models(), Manifest.bundledAnd(home.manifest())));
        library.onPlaced(models::look);
        return new NodeReport(
                EdgeNode.VERSION,
                library::installed,
                models,
                node::embedderFingerprint,
                journal::disk,
                () -> engines(node));
    }

    private static List<EngineState> engines(EdgeNode node) {
        return node.health().stream()
                .filter(engine -> !engine.name().equals(NAME))
                .map(
                        engine ->
                                new EngineState(
                                        engine.name(),
                                        engine.state().name().toLowerCase(Locale.ROOT),
                                        engine.detail()))
                .toList();
    }

    /// How the link is. A node without its hub serves on, so it is never failed.
    EngineHealth health() {
        LinkState state = link.state();
        EngineHealth.State shown =
                state.state() == LinkState.State.OK
                        ? EngineHealth.State.OK
                        : EngineHealth.State.DEGRADED;
        return new EngineHealth(NAME, shown, state.detail(), state.mend());
    }

    @Override
    public void close() {
        link.close();
        library.close();
    }
}
