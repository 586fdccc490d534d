package dev.andon.node.sync.library;

import dev.andon.node.sync.library.Revision.State;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.NodeStatus;
import dev.andon.protocol.fact.InstallationFact;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the hub publishes and what of it is here: says what is to be done, and does it, a step at a
/// time. All that it knows lies in the [Ledger], so that it goes on where a power cut stopped it.
///
/// One thread at a time, but for [#installed].
public final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    /// Refusals that may have another reason after a restart than before.
    private static final Set<String> OF_THE_NODE = Set.of("disk-full", "node-failed");

    private final LibraryMembers members;
    private final SignedMessages messages;
    private final Installation installation;

    /// @param watcher told what came of each revision, once it is in the ledger
    public Library(LibraryMembers members, Consumer<InstallationFact> watcher) {
        this.members = members;
        this.messages = new SignedMessages(members);
        this.installation = new Installation(members, watcher);
    }

    /// Takes a signed catalog.
    ///
    /// @return why it is not believed; empty if it is
    public Optional<LibraryException> catalog(byte[] envelope) {
        return messages.catalog(envelope);
    }

    /// Takes a signed manifest.
    ///
    /// @param serial of the revision that it is said to be of
    public void manifest(Document document, long serial, byte[] envelope) {
        messages.manifest(Choice.name(document, serial), envelope);
    }

    /// What is to be done, what needs no fetching first.
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(choice().steps());
        steps.sort(Comparator.comparing(step -> step instanceof Step.Install));
        return steps;
    }

    /// What the catalog wants of this node, done or not; nothing before the first catalog.
    public List<Catalog.Entry> wanted() {
        return choice().mine();
    }

    private Choice choice() {
        Ledger.KnownCatalog known = members.ledger().catalog();
        Catalog catalog =
                known == null
                        ? new Catalog(members.site(), 0, 0, 0, List.of(), List.of())
                        : known.catalog();
        return new Choice(
                catalog,
                members.node(),
                new Choice.Known(
                        members.ledger().revisions(),
                        members.ledger()::manifest,
                        members.ledger().refused(catalog.version()),
                        messages.unverified()),
                members.time().getAsLong());
    }

    /// Does a step.
    ///
    /// @param source of the blocks that are not here
    Progress carryOut(Step step, BlockSource source) throws InterruptedException, IOException {
        try (LibraryLock lock = LibraryLock.tryTake(members.files())) {
            if (lock == null) {
                return Progress.BUSY;
            }
            Choice now = choice();
            if (!now.steps().contains(step)) {
                return Progress.DONE;
            }
            boolean done = carryOut(step, now.catalog().version(), source);
            collect();
            return done ? Progress.DONE : Progress.LACKING;
        }
    }

    /// How far a step came.
    enum Progress {
        /// To its end, whatever came of it.
        DONE,
        /// The source has not all of the blocks for now.
        LACKING,
        /// Another process of this box installs something.
        BUSY
    }

    private boolean carryOut(Step step, long version, BlockSource source)
            throws InterruptedException {
        return switch (step) {
            case Step.Install install -> installation.install(install, version, source);
            case Step.Return back -> installation.serveAgain(back, version);
            case Step.Refuse refuse -> installation.refuse(refuse, version);
            case Step.Await _ -> true;
        };
    }

    /// Makes what serves agree with the ledger: an index that was lost is filled again from the
    /// files that are kept. Lets be tried again what failed because of this box.
    void reconcile() throws IOException {
        try (LibraryLock lock = LibraryLock.tryTake(members.files())) {
            if (lock == null) {
                LOG.info(
                        "Another process installs; what serves is looked at when it has finished.");
                return;
            }
            members.ledger().retry(OF_THE_NODE);
            for (Revision revision : members.ledger().revisions()) {
                if (revision.state() == State.SERVING) {
                    installation.restore(revision);
                }
            }
            collect();
        }
    }

    /// Lets everything that was refused be tried again.
    void retryAll() {
        members.ledger().retryAll();
    }

    /// What is here, for the node's status.
    public List<NodeStatus.Installed> installed() {
        return members.ledger().revisions().stream()
                .filter(revision -> revision.state() != State.PENDING)
                .map(
                        revision ->
                                new NodeStatus.Installed(
                                        revision.document().word(),
                                        revision.document().id(),
                                        revision.serial(),
                                        revision.manifest().revision(),
                                        revision.state() == State.SERVING))
                .toList();
    }

    /// Documents that the node reads at its next start only, `register/plant`.
    public Set<String> awaitingRestart() {
        return installation.awaitingRestart();
    }

    /// Forgets what is neither serving, nor previous, nor wanted.
    private void collect() throws IOException {
        Set<String> wanted =
                wanted().stream().map(Catalog.Entry::manifestSha256).collect(Collectors.toSet());
        List<Revision> all = members.ledger().revisions();
        Set<Document> underWay = new HashSet<>();
        all.stream()
                .filter(each -> each.state() == State.PENDING)
                .filter(each -> wanted.contains(each.manifestSha256()))
                .forEach(each -> underWay.add(each.document()));
        for (Revision each : all) {
            // The blocks of a revision that was given up are reused by the one that replaces it.
            if (each.state() == State.PENDING
                    && !wanted.contains(each.manifestSha256())
                    && !underWay.contains(each.document())) {
                members.ledger().drop(each);
            }
        }
        keepOnly(members.ledger().revisions());
    }

    private void keepOnly(List<Revision> kept) throws IOException {
        members.installers()
                .forEach(
                        (kind, installer) ->
                                installer.keepOnly(
                                        kept.stream()
                                                .filter(each -> each.document().kind() == kind)
                                                .toList()));
        members.files().keepOnly(kept);
    }
}
