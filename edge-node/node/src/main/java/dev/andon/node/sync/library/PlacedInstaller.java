package dev.andon.node.sync.library;

import dev.andon.models.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Puts a file into its place in the node's home, whole or not at all. The node reads it at its
/// next start.
public final class PlacedInstaller implements Installer {
    /// What a person's own file is kept as.
    static final String BY_HAND = ".before-hub";

    private final LibraryFiles files;
    private final Ledger ledger;
    private final Placement placement;

    /// Installs documents of one kind.
    public PlacedInstaller(LibraryFiles files, Ledger ledger, Placement placement) {
        this.files = files;
        this.ledger = ledger;
        this.placement = placement;
    }

    @Override
    public long headroom(Revision revision) {
        return revision.manifest().file().length();
    }

    @Override
    public Done install(Revision revision) throws IOException {
        place(revision);
        return Done.PLAINLY;
    }

    @Override
    public void serveAgain(Revision revision) throws IOException {
        place(revision);
    }

    /// What a person put there since is theirs.
    @Override
    public boolean isInUse(Revision revision) {
        return Files.exists(placement.target(revision));
    }

    @Override
    public boolean needsRestart() {
        return true;
    }

    private void place(Revision revision) throws IOException {
        Path target = placement.target(revision);
        Files.createDirectories(target.getParent());
        Path draft = target.resolveSibling(".hub-" + target.getFileName());
        placement.draft(files.content(revision, PartName.Tree.FILE), draft);
        try {
            spareByHand(target);
            ledger.placed(target.toString(), Sha256.of(draft));
            LibraryFiles.flush(draft);
            Files.move(
                    draft,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            LibraryFiles.flush(Objects.requireNonNull(target.getParent()));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void spareByHand(Path target) throws IOException {
        if (!Files.exists(target) || ledger.isPlaced(target.toString(), Sha256.of(target))) {
            return;
        }
        if (!placement.replacesByHand()) {
            throw new LibraryException(
                    "not-ours",
                    "%s was written by hand, and the hub does not overwrite it: move it away on the node, or leave this document to others."
                            .formatted(target));
        }
        Path kept = target.resolveSibling(target.getFileName() + BY_HAND);
        Files.copy(target, kept, StandardCopyOption.REPLACE_EXISTING);
        LibraryFiles.flush(kept);
    }

    /// Copies a file that needs no change.
    static void copy(Path file, Path draft) throws IOException {
        Files.write(
                draft,
                Files.readAllBytes(file),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }
}
