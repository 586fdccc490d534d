package dev.andon.node.sync.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.library.BundleReader;
import dev.andon.protocol.signature.SignedEnvelope;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Installs what a bundle holds, by the same signatures and on the same path as what comes over the
/// link. It may be done while the node runs.
public final class BundleInstallation {
    /// How long another process of this box may install before this one gives up.
    static final Duration BUSY_MAX = Duration.ofMinutes(2);

    private static final long LOOK_MS = 500;

    private final LibraryMembers members;
    private final List<InstallationFact> facts = new ArrayList<>();
    private final Library library;

    /// Installs into a library, whose ledger the caller closes.
    public BundleInstallation(LibraryMembers members) {
        this.members = members;
        this.library = new Library(members, facts::add);
    }

    /// What came of a bundle.
    ///
    /// @param facts of what was installed or refused
    /// @param unchanged what served already
    /// @param incomplete what the bundle holds only in part
    /// @param awaitingRestart what the node reads at its next start only
    public record Outcome(
            List<InstallationFact> facts,
            List<Catalog.Entry> unchanged,
            List<Catalog.Entry> incomplete,
            List<String> awaitingRestart) {
        public Outcome {
            facts = List.copyOf(facts);
            unchanged = List.copyOf(unchanged);
            incomplete = List.copyOf(incomplete);
            awaitingRestart = List.copyOf(awaitingRestart);
        }
    }

    /// Installs.
    ///
    /// @throws LibraryException the catalog is not believed, or another process installs for too
    ///     long (`busy`)
    public Outcome install(BundleReader bundle) throws IOException, InterruptedException {
        Optional<LibraryException> wrong = library.catalog(bundle.catalog().write());
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        bundle.manifests().forEach(this::manifest);
        // Whoever brings a bundle means it: what was refused before is tried again.
        library.retryAll();
        List<Step> steps = library.steps();
        List<Catalog.Entry> unchanged = new ArrayList<>(library.wanted());
        steps.forEach(step -> unchanged.remove(step.entry()));
        List<Catalog.Entry> incomplete = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Await || !isDone(step, new BundleSource(bundle))) {
                incomplete.add(step.entry());
            }
        }
        return new Outcome(facts, unchanged, incomplete, List.copyOf(library.awaitingRestart()));
    }

    /// The name is only to say which revision cannot be believed.
    private void manifest(SignedEnvelope envelope) {
        try {
            Manifest said = SyncCodec.decode(envelope.payload(), Manifest.class);
            library.manifest(Document.of(said), said.serial(), envelope.write());
        } catch (ProtocolException e) {
            throw new LibraryException(
                    "wrong-manifest",
                    "A manifest of the bundle cannot be read: %s".formatted(e.getMessage()),
                    e);
        }
    }

    private boolean isDone(Step step, BlockSource source) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + BUSY_MAX.toNanos();
        Library.Progress progress = library.carryOut(step, source);
        while (progress == Library.Progress.BUSY && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_MS);
            progress = library.carryOut(step, source);
        }
        if (progress == Library.Progress.BUSY) {
            throw new LibraryException(
                    "busy",
                    "The node that runs here installs something itself: try again when it has finished, or stop it (its library is %s)."
                            .formatted(members.files().root()));
        }
        return progress == Library.Progress.DONE;
    }
}
