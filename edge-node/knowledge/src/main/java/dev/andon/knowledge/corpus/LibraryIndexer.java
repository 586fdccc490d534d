package dev.andon.knowledge.corpus;

import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.Embedding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads, cuts and embeds what the hub installs, as [CorpusIndexer] does what lies in folders, and
/// stores it beside what is served.
public final class LibraryIndexer {
    private final ManualReaders readers;
    private final Chunker chunker;
    private final Embedder embedder;
    private final LibraryStore store;
    private final PagePictures pictures;

    /// Indexes into a store.
    public LibraryIndexer(
            ManualReaders readers,
            Chunker chunker,
            Embedder embedder,
            LibraryStore store,
            PagePictures pictures) {
        this.readers = readers;
        this.chunker = chunker;
        this.embedder = embedder;
        this.store = store;
        this.pictures = pictures;
    }

    /// A revision that is stored and not served yet.
    ///
    /// @param vectorsTaken of those that were given
    /// @param vectorsMade here; the rest was known from another revision
    /// @param remarks [ManualContent#remarks]
    public record Staged(
            Manual manual, int passages, int vectorsTaken, int vectorsMade, List<String> remarks) {
        public Staged {
            remarks = List.copyOf(remarks);
        }
    }

    /// Reads a manual and stores it beside what is served.
    ///
    /// @param file a complete one that nobody writes to
    /// @param sha256 of the file, hexadecimal
    /// @param declared what the hub says of it; its id is the document's
    /// @param given vectors of this node's embedder, by [EmbeddedChunk#key]
    /// @throws dev.andon.knowledge.StageException `corpus`: it cannot be read; `store`, `embedding`
    public Staged stage(
            Path file, String sha256, DeclaredManual declared, Map<String, Embedding> given) {
        ManualContent content = readers.read(file, declared);
        Map<String, Embedding> known =
                new HashMap<>(store.vectors(content.manual().id(), embedder.fingerprint()));
        known.putAll(given);
        EmbeddingRun run =
                new EmbeddingRun(
                        embedder, known, drafts -> store.draft(drafts, embedder.fingerprint()));
        List<EmbeddedChunk> chunks = new ArrayList<>();
        int taken = 0;
        for (Chunk chunk : chunker.chunk(content)) {
            taken += given.containsKey(EmbeddedChunk.key(EmbeddedChunk.input(chunk))) ? 1 : 0;
            chunks.add(run.embed(chunk));
        }
        pictures.keep(file, sha256);
        store.stage(
                new ManualSource(content.manual(), file, sha256, declared, version(file)),
                chunks,
                embedder.fingerprint());
        return new Staged(content.manual(), chunks.size(), taken, run.made(), content.remarks());
    }

    /// Whether a revision is stored as it would be stored now.
    public boolean holds(Path file, String sha256, DeclaredManual declared) {
        return store.holds(file, sha256, declared, version(file));
    }

    /// Serves a revision that is stored, instead of what was served of its document.
    ///
    /// @throws dev.andon.knowledge.StageException `corpus`, `not-staged`
    public void serve(Path file) {
        store.serve(file);
    }

    /// Forgets all revisions but these, with the pictures of their pages.
    ///
    /// @param kept files
    public void keepOnly(Set<Path> kept) {
        List<Path> gone = store.files().stream().filter(file -> !kept.contains(file)).toList();
        gone.forEach(store::forget);
        if (!gone.isEmpty()) {
            pictures.keepOnly(store.hashes());
        }
    }

    private ReadingVersion version(Path file) {
        return new ReadingVersion(readers.version(file), Chunker.VERSION);
    }
}
