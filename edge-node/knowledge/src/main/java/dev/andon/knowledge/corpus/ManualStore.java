package dev.andon.knowledge.corpus;

import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Where manuals and their passages are kept. Every change is one transaction: whoever searches
/// sees a manual as it was before or as it is after, never half of it.
///
/// Which revisions are current is settled again at every change, by [RevisionOrder].
public interface ManualStore {
    /// All manuals, superseded ones too, by id and then by file.
    List<IndexedManual> list();

    /// Whether this very file is stored, read with the same declaration.
    ///
    /// @param version at least this new was the code that read it
    boolean holds(Path file, String sha256, DeclaredManual declared, ReadingVersion version);

    /// The files that a manual with this hash was read from.
    List<Path> filesWith(String sha256);

    /// Why this manual cannot stand beside one that is stored: same id and language, another file,
    /// and neither revision is later than the other. Empty if it can.
    Optional<String> conflict(Manual manual, Path file);

    /// Stores a manual in the place of what was read from the same file.
    ///
    /// @param embedder what made the vectors
    void put(ManualSource source, List<EmbeddedChunk> chunks, EmbedderFingerprint embedder);

    /// The vectors that need not be made again, by [EmbeddedChunk#key]: those of what was read
    /// from the same file before, and those that [#draft] keeps.
    Map<String, Embedding> vectors(Path file, EmbedderFingerprint embedder);

    /// Keeps vectors of a manual that is not stored yet, until the next [#put].
    ///
    /// @param vectors by [EmbeddedChunk#key]
    void draft(Map<String, Embedding> vectors, EmbedderFingerprint embedder);

    /// Forgets what was read from a file; false if nothing was.
    boolean drop(Path file);

    /// Forgets all revisions of a manual and tells how many there were.
    ///
    /// @param id the document's own number
    int remove(String id);

    /// The files whose vectors another embedder made; searches by vector pass them over.
    List<Path> embeddedOtherwise(EmbedderFingerprint embedder);

    /// What is embedded of each passage of a file's manual, by passage id.
    Map<Long, String> embeddingInputs(Path file);

    /// Replaces the vectors of a file's manual.
    void reembed(Path file, Map<Long, Embedding> vectors, EmbedderFingerprint embedder);

    /// Visits the text of each current passage in a language, headings first.
    ///
    /// @param language BCP 47; manuals without a known language are visited with every language
    void texts(String language, Consumer<String> visitor);
}
