package dev.andon.knowledge.corpus;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.IndexReport.Dropped;
import dev.andon.knowledge.corpus.IndexReport.Duplicate;
import dev.andon.knowledge.corpus.IndexReport.Indexed;
import dev.andon.knowledge.corpus.IndexReport.Outcome;
import dev.andon.knowledge.corpus.IndexReport.Reembedded;
import dev.andon.knowledge.corpus.IndexReport.Refused;
import dev.andon.knowledge.corpus.IndexReport.Unchanged;
import dev.andon.knowledge.corpus.IndexReport.Yields;
import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.Embedding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Keeps the index equal to the manuals on the disk: read, cut, embed, store.
///
/// One transaction a manual, and a manual that is stored as it is now is passed over: a run that
/// was killed is resumed by running it again. One that older code read or cut is read anew. A
/// broken manual is refused with its reason and the run goes on; only a failure of the store or of
/// the embedder ends it.
public final class CorpusIndexer {
    private final ManualReaders readers;
    private final Chunker chunker;
    private final Embedder embedder;
    private final ManualStore store;
    private final PagePictures pictures;

    /// Indexes into a store, without pictures of pages.
    public CorpusIndexer(
            ManualReaders readers, Chunker chunker, Embedder embedder, ManualStore store) {
        this(readers, chunker, embedder, store, PagePictures.NONE);
    }

    /// Indexes into a store.
    public CorpusIndexer(
            ManualReaders readers,
            Chunker chunker,
            Embedder embedder,
            ManualStore store,
            PagePictures pictures) {
        this.pictures = pictures;
        this.readers = readers;
        this.chunker = chunker;
        this.embedder = embedder;
        this.store = store;
    }

    /// Indexes files, and all manuals below folders; forgets manuals that are gone from a folder.
    ///
    /// Vectors of another embedder are made anew for the whole store, also outside the paths.
    ///
    /// @param declared what the person who asks for it says of every manual here
    /// @param progress told of each file, and of each passage embedded
    /// @throws StageException `store` or `embedding`; what was indexed until then stays
    public IndexReport index(
            List<Path> paths, DeclaredManual declared, Consumer<IndexProgress> progress) {
        ManualFiles files = ManualFiles.below(paths, readers::reads);
        List<Outcome> outcomes = new ArrayList<>(files.refused());
        outcomes.addAll(dropGone(files));
        Set<Path> ofHub = filesOfHub();
        int number = 0;
        for (Path file : files.manuals()) {
            Progress step = new Progress(file, ++number, files.manuals().size(), progress);
            outcomes.add(ofHub.contains(file) ? new Unchanged(file) : index(file, declared, step));
        }
        outcomes.addAll(reembed(progress));
        outcomes.addAll(yielding(files.manuals()));
        pictures.keepOnly(
                store.list().stream().map(IndexedManual::sha256).collect(Collectors.toSet()));
        return new IndexReport(outcomes);
    }

    /// What the hub installed is not read as a file of a folder, even below the node's home.
    private Set<Path> filesOfHub() {
        return store.list().stream()
                .filter(IndexedManual::ofHub)
                .map(manual -> Path.of(manual.file()))
                .collect(Collectors.toSet());
    }

    private List<Outcome> yielding(Set<Path> files) {
        List<IndexedManual> all = store.list();
        List<Outcome> yielding = new ArrayList<>();
        for (IndexedManual manual : all) {
            Path file = Path.of(manual.file());
            if (files.contains(file)) {
                all.stream()
                        .filter(manual::yieldsTo)
                        .forEach(served -> yielding.add(new Yields(file, served.manual())));
            }
        }
        return yielding;
    }

    private List<Outcome> dropGone(ManualFiles files) {
        List<Outcome> dropped = new ArrayList<>();
        for (IndexedManual manual : store.list()) {
            Path file = Path.of(manual.file());
            boolean below = files.folders().stream().anyMatch(file::startsWith);
            if (!manual.ofHub()
                    && below
                    && !files.manuals().contains(file)
                    && !Files.exists(file)) {
                store.drop(file);
                dropped.add(new Dropped(file));
            }
        }
        return dropped;
    }

    /// Only the manual's own failures are its outcome.
    private Outcome index(Path file, DeclaredManual declared, Progress progress) {
        try {
            progress.tell(0, 0);
            String sha256 = FileHash.sha256(file);
            DeclaredManual said = declared.orElse(Sidecar.read(file));
            if (store.holds(file, sha256, said, version(file))) {
                pictures.keep(file, sha256);
                return new Unchanged(file);
            }
            Optional<Path> same = sameElsewhere(file, sha256);
            return same.isPresent()
                    ? new Duplicate(file, same.get())
                    : read(file, sha256, said, progress);
        } catch (StageException e) {
            if (e.stage() != Stage.CORPUS) {
                throw e;
            }
            return new Refused(file, String.valueOf(e.getMessage()));
        }
    }

    /// A file that was only renamed is stored under its new name.
    private Optional<Path> sameElsewhere(Path file, String sha256) {
        for (Path other : store.filesWith(sha256)) {
            if (!other.equals(file) && Files.exists(other)) {
                return Optional.of(other);
            }
            if (!other.equals(file)) {
                store.drop(other);
            }
        }
        return Optional.empty();
    }

    private Outcome read(Path file, String sha256, DeclaredManual said, Progress progress) {
        ManualContent content = readUnchanged(file, sha256, said);
        Optional<String> conflict = store.conflict(content.manual(), file);
        if (conflict.isPresent()) {
            return new Refused(file, conflict.get());
        }
        List<EmbeddedChunk> chunks = embed(file, chunker.chunk(content), progress);
        pictures.keep(file, sha256);
        store.put(
                new ManualSource(content.manual(), file, sha256, said, version(file)),
                chunks,
                embedder.fingerprint());
        return Indexed.of(file, content, chunks.size());
    }

    /// Whatever goes wrong with a file that changes meanwhile goes wrong because it changes.
    private ManualContent readUnchanged(Path file, String sha256, DeclaredManual said) {
        try {
            ManualContent content = readers.read(file, said);
            FileHash.refuseChanged(file, sha256);
            return content;
        } catch (StageException e) {
            FileHash.refuseChanged(file, sha256);
            throw e;
        }
    }

    private ReadingVersion version(Path file) {
        return new ReadingVersion(readers.version(file), Chunker.VERSION);
    }

    private List<EmbeddedChunk> embed(Path file, List<Chunk> chunks, Progress progress) {
        EmbeddingRun run = new EmbeddingRun(file, embedder, store);
        List<EmbeddedChunk> embedded = new ArrayList<>(chunks.size());
        for (Chunk chunk : chunks) {
            embedded.add(run.embed(chunk));
            progress.tell(embedded.size(), chunks.size());
        }
        return embedded;
    }

    private List<Outcome> reembed(Consumer<IndexProgress> listener) {
        List<Path> files = store.embeddedOtherwise(embedder.fingerprint());
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : files) {
            Progress progress = new Progress(file, outcomes.size() + 1, files.size(), listener);
            Map<Long, String> inputs = store.embeddingInputs(file);
            Map<Long, Embedding> vectors = LinkedHashMap.newLinkedHashMap(inputs.size());
            inputs.forEach(
                    (id, input) -> {
                        vectors.put(id, embedder.embedPassage(input));
                        progress.tell(vectors.size(), inputs.size());
                    });
            store.reembed(file, vectors, embedder.fingerprint());
            outcomes.add(new Reembedded(file, vectors.size()));
        }
        return outcomes;
    }

    private record Progress(Path file, int number, int files, Consumer<IndexProgress> listener) {
        void tell(int passagesDone, int passages) {
            listener.accept(new IndexProgress(file, number, files, passagesDone, passages));
        }
    }
}
