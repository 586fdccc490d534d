package dev.andon.node.bench.sync;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.node.EdgeNode;
import dev.andon.node.LibraryIdentity;
import dev.andon.node.NodeJournal;
import dev.andon.node.sync.SyncException;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.node.sync.library.LibraryClient;
import dev.andon.node.sync.library.LibraryMembers;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.fact.Fact;
import dev.andon.protocol.fact.InstallationFact;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A node that fetches what the hub publishes, with its real ledger, files and link, and takes it
/// into use without any work.
final class LibraryNode implements AutoCloseable {
    private final EdgeNode edge;
    private final BenchNode node;
    private final LibraryClient client;
    private final List<InstallationFact> came = new CopyOnWriteArrayList<>();

    private LibraryNode(EdgeNode edge, Enrolment enrolment, NodeHome home, NodeJournal journal) {
        this.edge = edge;
        this.node = new BenchNode(enrolment, home, journal);
        LibraryIdentity identity =
                new LibraryIdentity(enrolment.site(), enrolment.node(), enrolment.trustedKeys());
        LibraryMembers real = edge.library(identity, journal.clock()::at);
        AcceptingInstaller accepting = new AcceptingInstaller();
        this.client =
                new LibraryClient(
                        new LibraryMembers(
                                real.site(),
                                real.node(),
                                real.keys(),
                                real.files(),
                                real.ledger(),
                                Map.of(
                                        DocumentKind.MANUAL,
                                        accepting,
                                        DocumentKind.MODEL,
                                        accepting),
                                real.disk(),
                                real.time()),
                        this::write,
                        () -> {});
        client.start();
        node.link(client::installed, List.of(client));
    }

    /// Enrols one; it begins to fetch.
    static LibraryNode join(BenchHub hub, Path folder, String name) {
        NodeHome home = BenchNode.home(folder, name);
        Enrolment enrolment = hub.enrol(name, home.hub());
        DeviceConfig config = DeviceConfig.of(home);
        return new LibraryNode(
                EdgeNode.open(home, config),
                enrolment,
                home,
                NodeJournal.open(home, config, AssetRegister.empty()));
    }

    private void write(Fact fact) {
        node.journal().facts().write(fact);
        if (fact instanceof InstallationFact installation) {
            came.add(installation);
        }
    }

    /// Waits until it serves a revision.
    ///
    /// @return what came of it
    /// @throws SyncException `bench-refused`, `bench-stuck`
    InstallationFact awaitServing(String revision, Duration max) {
        Waiting.until(
                "Revision %s on %s".formatted(revision, node.name()),
                max,
                () -> of(revision).isPresent());
        InstallationFact fact = of(revision).orElseThrow();
        if (!fact.state().equals("installed")) {
            throw new SyncException(
                    "bench-refused", "%s: %s".formatted(node.name(), fact.reason()));
        }
        return fact;
    }

    private Optional<InstallationFact> of(String revision) {
        return came.stream().filter(fact -> fact.revision().equals(revision)).findFirst();
    }

    /// Waits until the hub knows that it is there.
    void awaitGreeting(Duration max) {
        node.journal().write(List.of(new BenchFacts(1).next()));
        node.awaitAcknowledged(1, max);
    }

    @Override
    public void close() {
        node.unlink();
        client.close();
        node.close();
        edge.close();
    }
}
