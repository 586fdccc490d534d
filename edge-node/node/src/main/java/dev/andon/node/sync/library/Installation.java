package dev.andon.node.sync.library;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.models.Sha256;
import dev.andon.node.sync.library.Installer.Done;
import dev.andon.node.sync.library.Ledger.Traffic;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.fact.InstallationFact;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/// One revision from its manifest to the switch, or to the reason why not.
final class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    /// A disk with less than this is full, whatever the failure says.
    private static final long ROOM_MIN = 1L << 20;

    private final LibraryMembers members;
    private final Consumer<InstallationFact> watcher;
    private final Set<String> awaitingRestart = new ConcurrentSkipListSet<>();

    Installation(LibraryMembers members, Consumer<InstallationFact> watcher) {
        this.members = members;
        this.watcher = watcher;
    }

    Set<String> awaitingRestart() {
        return Set.copyOf(awaitingRestart);
    }

    /// Fetches, tries, takes into use; false if blocks are lacking.
    boolean install(Step.Install step, long version, BlockSource source)
            throws InterruptedException {
        Revision revision =
                members.ledger()
                        .begin(
                                step.entry().manifestSha256(),
                                step.manifest(),
                                members.time().getAsLong());
        try {
            Installer installer = installer(revision);
            if (!bring(revision, installer, source)) {
                return false;
            }
            Done done = installer.install(revision);
            serve(step.entry(), revision, done);
        } catch (LibraryException e) {
            refuse(revision, version, e);
        } catch (StageException e) {
            refuse(revision, version, refusal(e));
        } catch (IOException e) {
            refuse(revision, version, refusal(e));
        }
        return true;
    }

    private Installer installer(Revision revision) {
        Installer installer = members.installers().get(revision.document().kind());
        if (installer == null) {
            throw new LibraryException(
                    "not-readable",
                    "This node has no use for a document of the kind %s."
                            .formatted(revision.document().word()));
        }
        return installer;
    }

    private boolean bring(Revision revision, Installer installer, BlockSource source)
            throws IOException, InterruptedException {
        boolean vectors = installer.takesVectors(revision);
        requireRoom(revision, vectors, installer.headroom(revision));
        try (Fetch fetch = Fetch.start(members.ledger(), members.files(), revision, vectors)) {
            if (!fetch.isComplete()) {
                source.bring(fetch, revision.manifestSha256());
            }
            fetch.flush();
            return fetch.isComplete();
        }
    }

    private void requireRoom(Revision revision, boolean vectors, long headroom) throws IOException {
        long needed = headroom;
        for (var tree : Fetch.trees(revision.manifest(), vectors).entrySet()) {
            needed += Math.max(0, lacking(revision, tree.getKey(), tree.getValue()));
        }
        Files.createDirectories(members.files().root());
        long usable = members.disk().usable(members.files().root());
        if (needed > usable) {
            throw new LibraryException(
                    "disk-full",
                    "%s needs %d MiB on the disk, and %d MiB may be used: free some, and resync the node."
                            .formatted(
                                    revision.document().label(),
                                    (needed >> 20) + 1,
                                    Math.max(0, usable >> 20)));
        }
    }

    private long lacking(Revision revision, PartName.Tree tree, FileTree wanted)
            throws IOException {
        String path = members.files().path(revision, new PartName(tree, PartName.Level.CONTENT));
        Path whole = members.files().file(path, true);
        Path part = members.files().file(path, false);
        return Files.exists(whole)
                ? 0
                : wanted.length() - (Files.exists(part) ? Files.size(part) : 0);
    }

    private void serve(Catalog.Entry entry, Revision revision, Done done) {
        served(
                InstallationFacts.served(
                        revision,
                        state(entry),
                        done,
                        members.ledger().traffic(revision),
                        millis(revision)),
                revision);
    }

    private void served(InstallationFact fact, Revision revision) {
        members.ledger().serve(revision, fact);
        if (installer(revision).needsRestart()) {
            awaitingRestart.add(revision.document().label());
        }
        watcher.accept(fact);
    }

    private String state(Catalog.Entry entry) {
        return isBack(entry) ? "rolled-back" : "installed";
    }

    private boolean isBack(Catalog.Entry entry) {
        return members.ledger().revisions().stream()
                .filter(each -> each.state() == Revision.State.SERVING)
                .filter(each -> each.document().equals(Document.of(entry)))
                .anyMatch(each -> each.serial() > entry.serial());
    }

    /// Takes a kept revision into use again, without fetching anything. If its file is not as it
    /// was, it is forgotten, to be fetched as if it were new.
    boolean serveAgain(Step.Return step, long version) {
        Revision kept = step.kept();
        long start = System.nanoTime();
        try {
            if (!isWhole(kept)) {
                members.ledger().drop(kept);
                return false;
            }
            installer(kept).serveAgain(kept);
            long millis = (System.nanoTime() - start) / 1_000_000;
            Traffic none = new Traffic(0, 0);
            served(
                    InstallationFacts.served(kept, state(step.entry()), Done.PLAINLY, none, millis),
                    kept);
        } catch (LibraryException e) {
            refuse(kept, version, e);
        } catch (StageException e) {
            refuse(kept, version, refusal(e));
        } catch (IOException e) {
            refuse(kept, version, refusal(e));
        }
        return true;
    }

    /// Puts what serves back into its place, if it is not there any more.
    void restore(Revision serving) throws IOException {
        try {
            Installer installer = installer(serving);
            if (installer.isInUse(serving)) {
                return;
            }
            LOG.warn("{} is not where it belongs: put there again.", serving.document().label());
            if (isWhole(serving)) {
                installer.serveAgain(serving);
            } else {
                members.ledger().drop(serving);
            }
        } catch (LibraryException | StageException e) {
            LOG.error(
                    "{} cannot be put back into use: {}",
                    serving.document().label(),
                    e.getMessage());
        }
    }

    private boolean isWhole(Revision revision) throws IOException {
        Path file = members.files().content(revision, PartName.Tree.FILE);
        return Files.exists(file) && Sha256.of(file).equals(revision.manifest().file().sha256());
    }

    /// Refuses what is not even begun.
    boolean refuse(Step.Refuse step, long version) {
        Catalog.Entry entry = step.entry();
        tell(
                entry.manifestSha256(),
                version,
                InstallationFacts.refused(
                        Document.of(entry).label(),
                        entry.serial(),
                        entry.revision(),
                        new LibraryException(step.code(), step.reason())));
        return true;
    }

    private void refuse(Revision revision, long version, LibraryException why) {
        Traffic traffic = members.ledger().traffic(revision);
        tell(
                revision.manifestSha256(),
                version,
                InstallationFacts.refused(revision, why, traffic, millis(revision)));
    }

    private void tell(String manifestSha256, long version, InstallationFact fact) {
        LOG.warn("{} is refused ({}): {}", fact.document(), fact.code(), fact.reason());
        members.ledger().refuse(manifestSha256, version, fact);
        watcher.accept(fact);
    }

    private long millis(Revision revision) {
        return members.time().getAsLong() - revision.begun();
    }

    private static LibraryException refusal(StageException e) {
        String ofTheNode = e.code().equals("disk-full") ? "disk-full" : "node-failed";
        return new LibraryException(
                e.stage() == Stage.CORPUS ? "not-readable" : ofTheNode,
                String.valueOf(e.getMessage()),
                e);
    }

    private LibraryException refusal(IOException e) {
        return new LibraryException(
                isFull() ? "disk-full" : "node-failed",
                "The files of the library cannot be written or read (%s): check the disk of the node."
                        .formatted(e),
                e);
    }

    private boolean isFull() {
        try {
            return members.disk().usable(members.files().root()) < ROOM_MIN;
        } catch (IOException unknown) {
            return false;
        }
    }
}
