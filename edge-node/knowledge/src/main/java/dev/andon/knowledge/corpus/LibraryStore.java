package dev.andon.knowledge.corpus;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The manuals that the hub installs. A revision is stored beside the one that is served, where
/// nobody finds it but a trial, and served by moving the pointer of its document. From then on the
/// hub says what is served of the document; files of it that were indexed from folders wait.
///
/// Every change is one transaction. The file is the name of a revision.
public interface LibraryStore {
    /// Stores a revision beside what is served. One that is served already is replaced by it, so
    /// that what older code read is read anew.
    ///
    /// @param embedder what made the vectors
    void stage(ManualSource source, List<EmbeddedChunk> chunks, EmbedderFingerprint embedder);

    /// Whether a revision is stored as it would be stored now.
    ///
    /// @param version at least this new was the code that read it
    boolean holds(Path file, String sha256, DeclaredManual declared, ReadingVersion version);

    /// Serves a revision that is stored, instead of what was served of its document.
    ///
    /// @throws dev.andon.knowledge.StageException `corpus`, `not-staged`
    void serve(Path file);

    /// The revision of a document that is served; empty: the hub has installed none.
    Optional<Path> serving(String document);

    /// All that are stored.
    List<Path> files();

    /// The SHA-256 of all files in the index, those that were indexed from folders too.
    Set<String> hashes();

    /// Forgets a revision; false if it is not stored.
    boolean forget(Path file);

    /// The vectors that need not be made again, by [EmbeddedChunk#key]: those of all revisions of
    /// the document, and those that [#draft] keeps.
    Map<String, Embedding> vectors(String document, EmbedderFingerprint embedder);

    /// Keeps vectors of a revision that is not stored yet.
    ///
    /// @param vectors by [EmbeddedChunk#key]
    void draft(Map<String, Embedding> vectors, EmbedderFingerprint embedder);
}
