package dev.andon.hub.library;

import dev.andon.hub.library.OtherDocuments.Checked;
import dev.andon.hub.library.Revision.About;
import dev.andon.hub.library.block.BlockTable;
import dev.andon.hub.library.block.BuiltTree;
import dev.andon.hub.library.block.ContentFiles;
import dev.andon.hub.library.block.FileTreeBuilder;
import dev.andon.hub.library.reading.KnownVectors;
import dev.andon.hub.library.reading.ManualReading;
import dev.andon.hub.library.reading.ReadManual;
import dev.andon.hub.library.reading.TrialQuestions;
import dev.andon.hub.library.reading.VectorRecords;
import dev.andon.hub.store.HubStore;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.models.Sha256;
import dev.andon.protocol.DocumentKind;
import dev.andon.protocol.Manifest.Vectors;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Adds revisions, one at a time. Files come first, then the rows that find them, then, in one
/// transaction, the revision and its manifest: a power cut leaves all of it or nothing.
final class Additions {
    private final Semaphore one = new Semaphore(1);
    private final HubStore store;
    private final ContentFiles files;
    private final BlockTable blocks;
    private final FileTreeBuilder trees;
    private final Manifests manifests;
    private final OtherDocuments others;
    private final Supplier<ManualReading> reading;
    private final InstantSource clock;

    Additions(LibraryParts parts, Manifests manifests, OtherDocuments others) {
        this.store = parts.store();
        this.files = parts.files();
        this.blocks = parts.blocks();
        this.trees = new FileTreeBuilder(files);
        this.manifests = manifests;
        this.others = others;
        this.reading = parts.reading();
        this.clock = parts.clock();
    }

    /// Adds, or tells that it is there already.
    Added add(Addition addition, ManualReading.Progress progress) {
        if (!one.tryAcquire()) {
            throw new LibraryException(
                    "busy", "Another revision is being added; try again when it is done.");
        }
        Path draft = files.draft();
        try {
            blocks.collect();
            return add(withSidecar(addition), draft, progress);
        } finally {
            files.discard(draft);
            one.release();
        }
    }

    private Added add(Addition addition, Path draft, ManualReading.Progress progress) {
        if (addition.questions() != null) {
            TrialQuestions.check(addition.questions());
        }
        Path file = brought(addition.file(), draft);
        String sha256 = sha256(file);
        return switch (addition.kind()) {
            case MANUAL -> {
                Optional<Revision> there =
                        withBytes(DocumentKind.MANUAL, addition.declared().id(), sha256);
                yield there.isPresent()
                        ? Added.already(there.get())
                        : addManual(addition, file, progress);
            }
            case REGISTER -> addOther(addition, others.register(file));
            case PHRASES -> addOther(addition, others.phrases(file, addition.declared()));
            case CONFIG -> addOther(addition, others.config(file));
            case MODEL -> addOther(addition, others.model(file, sha256));
        };
    }

    // --- manuals

    private Added addManual(Addition addition, Path file, ManualReading.Progress progress) {
        try (ManualReading reader = reading.get()) {
            ReadManual read = reader.read(file, addition.declared());
            Manual manual = read.manual();
            DocumentKey document = new DocumentKey(DocumentKind.MANUAL, manual.id());
            List<Revision> earlier = store.read(handle -> RevisionRows.of(handle, document));
            new RevisionCheck(manual, earlier).refuseUnlessLater(addition.forceOrder());
            Questions questions = questions(addition, file);
            Path vectorsFile = file.resolveSibling("vectors");
            VectorRecords made =
                    reader.embed(read, known(earlier, reader.embedder()), vectorsFile, progress);
            BuiltTree vectors =
                    made.count() == 0
                            ? null
                            : trees.byRecord(vectorsFile, VectorRecords.bytes(reader.dimensions()));
            Draft draft =
                    new Draft(
                            document,
                            about(manual, file),
                            trees.byContent(file),
                            vectors,
                            vectors == null
                                    ? null
                                    : new Vectors(
                                            reader.embedder(),
                                            reader.dimensions(),
                                            made.count(),
                                            vectors.tree()),
                            questions.tree());
            Kept kept = keep(draft);
            return new Added(
                    kept.revision(),
                    false,
                    draft.file().blocks(),
                    kept.bytesNew(),
                    read.passages().size(),
                    made.made(),
                    questions.count(),
                    read.remarks());
        }
    }

    private static About about(Manual manual, Path file) {
        return new About(
                Objects.requireNonNull(manual.revision()),
                manual.title(),
                manual.models(),
                manual.language(),
                Objects.toString(manual.date(), null),
                manual.documentClass().words(),
                String.valueOf(file.getFileName()),
                MediaTypes.of(file));
    }

    /// Vectors of the last revision that this very embedder made.
    private KnownVectors known(List<Revision> earlier, String embedder) {
        return earlier.stream()
                .map(Revision::vectors)
                .filter(vectors -> vectors != null && vectors.embedder().equals(embedder))
                .findFirst()
                .map(
                        vectors ->
                                KnownVectors.read(
                                        files.of(vectors.file().sha256()), vectors.dimensions()))
                .orElse(KnownVectors.NONE);
    }

    // --- other kinds

    private Added addOther(Addition addition, Checked checked) {
        DeclaredManual said = addition.declared();
        DocumentKey document =
                new DocumentKey(
                        addition.kind(), Objects.requireNonNullElse(said.id(), checked.id()));
        Optional<Revision> there =
                withBytes(addition.kind(), document.id(), sha256(checked.file()));
        if (there.isPresent()) {
            return Added.already(there.get());
        }
        List<Revision> earlier = store.read(handle -> RevisionRows.of(handle, document));
        long number = earlier.isEmpty() ? 1 : earlier.getFirst().serial() + 1;
        if (said.revision() != null) {
            Manual manual = said.named(checked.file());
            new RevisionCheck(manual, earlier).refuseUnlessLater(addition.forceOrder());
        }
        About about =
                new About(
                        Objects.requireNonNullElse(said.revision(), Long.toString(number)),
                        Objects.requireNonNullElse(said.title(), checked.title()),
                        Objects.requireNonNullElse(said.models(), List.of()),
                        checked.language(),
                        Objects.toString(said.date(), null),
                        null,
                        checked.fileName(),
                        checked.mediaType());
        Questions questions = questions(addition, checked.file());
        BuiltTree tree = trees.byContent(checked.file());
        Kept kept = keep(new Draft(document, about, tree, null, null, questions.tree()));
        return new Added(
                kept.revision(),
                false,
                tree.blocks(),
                kept.bytesNew(),
                0,
                0,
                questions.count(),
                checked.remarks());
    }

    // --- all kinds

    private record Questions(@Nullable BuiltTree tree, int count) {}

    private Questions questions(Addition addition, Path beside) {
        if (addition.questions() == null) {
            return new Questions(null, 0);
        }
        int count = TrialQuestions.check(addition.questions());
        Path copy = beside.resolveSibling("questions.jsonl.draft");
        copy(addition.questions(), copy);
        return new Questions(trees.byContent(copy), count);
    }

    /// Everything of a revision but its number.
    private record Draft(
            DocumentKey document,
            About about,
            BuiltTree file,
            @Nullable BuiltTree vectorsTree,
            @Nullable Vectors vectors,
            @Nullable BuiltTree questions) {
        List<BuiltTree> trees() {
            List<BuiltTree> trees = new ArrayList<>(List.of(file));
            if (vectorsTree != null) {
                trees.add(vectorsTree);
            }
            if (questions != null) {
                trees.add(questions);
            }
            return trees;
        }
    }

    private record Kept(Revision revision, long bytesNew) {}

    private Kept keep(Draft draft) {
        long bytesNew = draft.trees().stream().mapToLong(blocks::place).sum();
        long now = clock.millis();
        Revision revision =
                store.write(
                        handle -> {
                            Revision added =
                                    new Revision(
                                            draft.document(),
                                            RevisionRows.next(handle, draft.document()),
                                            draft.about(),
                                            draft.file().tree(),
                                            draft.vectors(),
                                            draft.questions() == null
                                                    ? null
                                                    : draft.questions().tree(),
                                            now);
                            draft.trees().forEach(tree -> BlockTable.know(handle, tree));
                            RevisionRows.insert(handle, added);
                            manifests.sign(handle, added, now);
                            return added;
                        });
        return new Kept(revision, bytesNew);
    }

    private Optional<Revision> withBytes(DocumentKind kind, @Nullable String id, String sha256) {
        return store.read(handle -> RevisionRows.withFile(handle, sha256)).stream()
                .filter(one -> one.document().kind() == kind)
                .filter(one -> id == null || one.document().id().equals(id))
                .findFirst();
    }

    /// Where the file lies beside its sidecar, that speaks too.
    private Addition withSidecar(Addition addition) {
        if (addition.kind() != DocumentKind.MANUAL || files.isDraft(addition.file())) {
            return addition;
        }
        return new Addition(
                addition.kind(),
                addition.file(),
                ManualReading.declared(addition.file(), addition.declared()),
                addition.questions(),
                addition.forceOrder());
    }

    /// The file in the draft, under its own name, which tells readers its format.
    private Path brought(Path file, Path draft) {
        Path here = draft.resolve(String.valueOf(file.getFileName()));
        if (files.isDraft(file)) {
            try {
                return Files.move(file, here);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        copy(file, here);
        return here;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new LibraryException(
                    "not-readable",
                    "%s cannot be brought into the library (%s): check that it is there and that the disk has space."
                            .formatted(from, e),
                    e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new LibraryException(
                    "not-readable", "%s cannot be read (%s).".formatted(file, e), e);
        }
    }
}
