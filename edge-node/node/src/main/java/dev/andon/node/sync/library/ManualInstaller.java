package dev.andon.node.sync.library;

import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.LibraryIndexer;
import dev.andon.knowledge.corpus.LibraryIndexer.Staged;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.node.sync.library.PartName.Tree;
import dev.andon.protocol.Manifest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a manual into the index beside the one that serves, asks it its questions, and moves the
/// pointer.
public final class ManualInstaller implements Installer {
    /// What the index takes at least, bytes.
    private static final long HEADROOM_MIN = 16L << 20;

    private final LibraryFiles files;
    private final ManualTools tools;

    /// Installs into the index of a node.
    public ManualInstaller(LibraryFiles files, ManualTools tools) {
        this.files = files;
        this.tools = tools;
    }

    @Override
    public boolean takesVectors(Revision revision) {
        Manifest.Vectors vectors = revision.manifest().vectors();
        return vectors != null
                && vectors.embedder().equals(tools.embedder().get().toString())
                && vectors.dimensions() == tools.embedder().get().dimensions();
    }

    /// Text and vectors of the passages once more, and the words to find them by.
    @Override
    public long headroom(Revision revision) {
        Manifest.Vectors vectors = revision.manifest().vectors();
        long known =
                vectors == null ? revision.manifest().file().length() : vectors.file().length();
        return HEADROOM_MIN + 3 * known;
    }

    @Override
    public Done install(Revision revision) throws IOException {
        Staged staged = stage(revision);
        Trial trial = trial(revision);
        trial.refuseFailed();
        tools.store().serve(file(revision));
        return new Done(staged.vectorsTaken(), staged.vectorsMade(), trial.asked(), trial.passed());
    }

    private Staged stage(Revision revision) throws IOException {
        LibraryIndexer indexer = tools.indexer().get();
        Manifest.Vectors vectors = revision.manifest().vectors();
        Map<String, Embedding> given =
                vectors != null && takesVectors(revision)
                        ? VectorFile.read(files.content(revision, Tree.VECTORS), vectors)
                        : Map.of();
        return indexer.stage(
                file(revision),
                revision.manifest().file().sha256(),
                declared(revision.manifest()),
                given);
    }

    private Trial trial(Revision revision) throws IOException {
        if (revision.manifest().questions() == null) {
            return new Trial(0, List.of());
        }
        return Trial.run(
                TrialQuestion.read(files.content(revision, Tree.QUESTIONS)),
                revision.document().id(),
                tools.asker(),
                tools.trying().apply(file(revision)));
    }

    @Override
    public void serveAgain(Revision revision) throws IOException {
        if (!holds(revision)) {
            stage(revision);
        }
        tools.store().serve(file(revision));
    }

    @Override
    public boolean isInUse(Revision revision) {
        return tools.store().serving(revision.document().id()).equals(Optional.of(file(revision)))
                && holds(revision);
    }

    private boolean holds(Revision revision) {
        return tools.indexer()
                .get()
                .holds(
                        file(revision),
                        revision.manifest().file().sha256(),
                        declared(revision.manifest()));
    }

    @Override
    public void keepOnly(List<Revision> revisions) {
        Set<Path> kept = new HashSet<>();
        revisions.forEach(revision -> kept.add(file(revision)));
        if (!kept.containsAll(tools.store().files())) {
            tools.indexer().get().keepOnly(kept);
        }
    }

    private Path file(Revision revision) {
        return files.content(revision, Tree.FILE);
    }

    private static DeclaredManual declared(Manifest manifest) {
        return new DeclaredManual(
                manifest.id(),
                manifest.title(),
                manifest.revision(),
                manifest.language(),
                manifest.appliesTo(),
                date(manifest.issued()),
                documentClass(manifest.documentClass()));
    }

    /// A day that is none is unknown; what matters of a revision is its number.
    private static @Nullable LocalDate date(@Nullable String issued) {
        try {
            return issued == null ? null : LocalDate.parse(issued);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable DocumentClass documentClass(@Nullable String words) {
        return words == null ? null : DocumentClass.named(words).orElse(null);
    }
}
