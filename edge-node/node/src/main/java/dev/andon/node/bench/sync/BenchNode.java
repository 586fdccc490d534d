package dev.andon.node.bench.sync;

import dev.andon.config.DeviceConfig;
import dev.andon.config.NodeHome;
import dev.andon.config.register.AssetRegister;
import dev.andon.mqtt.LinkPart;
import dev.andon.mqtt.paho.PahoConnector;
import dev.andon.node.NodeJournal;
import dev.andon.node.sync.HubLink;
import dev.andon.node.sync.NodeReport;
import dev.andon.node.sync.NodeStore;
import dev.andon.node.sync.Pace;
import dev.andon.node.sync.enrol.Enrolment;
import dev.andon.protocol.NodeStatus.Installed;
import dev.andon.protocol.fact.Fact;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The journal and the link of a node, without its engines.
final class BenchNode implements AutoCloseable {
    private static final int FACTS_AT_ONCE = 500;
    private static final Duration STATUS_EVERY = Duration.ofSeconds(30);

    private final Enrolment enrolment;
    private final NodeHome home;
    private final NodeJournal journal;
    private final WatchedOutbox outbox;
    private @Nullable HubLink link;

    /// Takes a journal that is open; it is closed with this.
    BenchNode(Enrolment enrolment, NodeHome home, NodeJournal journal) {
        this.enrolment = enrolment;
        this.home = home;
        this.journal = journal;
        this.outbox = new WatchedOutbox(journal.outbox());
    }

    /// Enrols a node at a hub and makes its journal. It does not talk yet.
    ///
    /// @param folder in which its home is made
    static BenchNode enrolled(BenchHub hub, Path folder, String name) {
        NodeHome home = home(folder, name);
        Enrolment enrolment = hub.enrol(name, home.hub());
        return new BenchNode(
                enrolment,
                home,
                NodeJournal.open(home, DeviceConfig.of(home), AssetRegister.empty()));
    }

    /// A home that keeps little of the disk back.
    static NodeHome home(Path folder, String name) {
        NodeHome home = new NodeHome(folder.resolve(name)).create();
        try {
            Files.writeString(home.config(), "sync:\n  reserveMiB: 1\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    /// Writes so many turns of 1 KB, many in one transaction.
    ///
    /// @return the number of the last
    long fill(BenchFacts facts, int count) {
        long last = 0;
        for (int written = 0; written < count; written += FACTS_AT_ONCE) {
            List<Fact> some = new ArrayList<>();
            for (int i = 0; i < Math.min(FACTS_AT_ONCE, count - written); i++) {
                some.add(facts.next());
            }
            last = journal.write(some);
        }
        return last;
    }

    /// Begins to talk to the hub.
    void link() {
        link(List::of, List.of());
    }

    /// As above, with a library.
    void link(Supplier<List<Installed>> installed, List<LinkPart> further) {
        link =
                HubLink.start(
                        enrolment,
                        new HubLink.Settings(
                                home.hub(), STATUS_EVERY, new PahoConnector(), Pace.USUAL),
                        new NodeStore(outbox, journal.facts(), journal.clock()),
                        new NodeReport(
                                "bench", installed, List::of, () -> null, journal::disk, List::of),
                        further);
    }

    /// Waits until the hub has acknowledged everything up to a number.
    void awaitAcknowledged(long seq, Duration max) {
        Waiting.until(
                "Event %d of %s is acknowledged".formatted(seq, enrolment.node()),
                max,
                () -> outbox.through() >= seq);
    }

    NodeJournal journal() {
        return journal;
    }

    WatchedOutbox outbox() {
        return outbox;
    }

    /// What the hub calls it.
    String name() {
        return enrolment.node();
    }

    /// Ends the talk with the hub.
    void unlink() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    @Override
    public void close() {
        unlink();
        journal.close();
    }
}
