package dev.andon.node.sync.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.library.Block;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What the library knows after a power cut. What a method has written is on the disk when it
/// returns. Several processes may use one ledger. Safe to call from any thread.
///
/// Failures are [dev.andon.knowledge.StageException]s of the stage `store`.
public interface Ledger extends AutoCloseable {
    /// Manifests kept that no catalog has named yet; the oldest are forgotten first.
    int MANIFESTS_MAX = 1_000;

    /// Facts kept that nobody has told the hub yet; the oldest are forgotten first.
    int FACTS_MAX = 1_000;

    /// A catalog that was believed.
    ///
    /// @param sha256 of its payload
    record KnownCatalog(Catalog catalog, String sha256) {}

    /// Where a block lies on the disk.
    ///
    /// @param path of the file below the folder of the library, without the end of a part
    /// @param whole whether the file is complete
    record Place(String path, boolean whole, long offset, int length) {}

    /// A part of a revision.
    ///
    /// @param row names it
    /// @param whole whether it is complete
    record Part(long row, boolean whole) {}

    /// The newest catalog; null before the first.
    @Nullable KnownCatalog catalog();

    /// Keeps a catalog in the place of the one before.
    void keepCatalog(byte[] payload);

    /// A verified manifest; null if it has not come.
    @Nullable Manifest manifest(String sha256);

    /// Keeps a verified manifest. What was refused because no manifest could be believed may be
    /// tried again.
    void keepManifest(String sha256, byte[] payload);

    /// All revisions that are here, in part or as a whole.
    List<Revision> revisions();

    /// Begins a revision, or finds it begun. Another one of its document and number is forgotten.
    ///
    /// @param at the node's clock, UTC milliseconds
    Revision begin(String manifestSha256, Manifest manifest, long at);

    /// From now on this revision serves and the one that served is the previous one; whatever was
    /// previous is forgotten. Keeps the fact to be told.
    void serve(Revision revision, InstallationFact fact);

    /// Forgets a revision with its parts; the files are for the caller to delete.
    void drop(Revision revision);

    /// The part of a revision, made if it is not there.
    ///
    /// @param path of its file below the folder of the library
    Part part(Revision revision, PartName name, String path);

    /// The blocks of a part that are on the disk, by their offset.
    Map<Long, Block> blocks(Part part);

    /// Blocks of a part that are on the disk now, by their offset.
    void written(Part part, Map<Long, Block> blocks);

    /// A part is complete and verified.
    void whole(Part part);

    /// What was said of a part does not hold.
    void spoilt(Part part);

    /// Where a block can be read, if it is anywhere on the disk.
    Optional<Place> find(String sha256);

    /// A block is not where it was said to be.
    void lost(Place place);

    /// Adds to what was brought for a revision.
    void count(Revision revision, long bytesFetched, long bytesReused);

    /// What was brought for a revision so far: fetched, reused.
    Traffic traffic(Revision revision);

    /// @param fetched bytes over the wire or out of a bundle
    /// @param reused bytes that were here
    record Traffic(long fetched, long reused) {}

    /// Does not try a manifest again under this version of the catalog. Keeps the fact to be told.
    void refuse(String manifestSha256, long catalogVersion, InstallationFact fact);

    /// What is not to be tried under this version of the catalog.
    Set<String> refused(long catalogVersion);

    /// Lets what was refused be tried again.
    ///
    /// @param codes of those that may
    void retry(Set<String> codes);

    /// Lets everything that was refused be tried again.
    void retryAll();

    /// Hands over the facts that nobody has told yet, oldest first, and forgets each once it is
    /// handed over. What the consumer throws is thrown, and the fact stays.
    void tell(Consumer<InstallationFact> told);

    /// The hub puts a file with this hash into this place of the node's home.
    void placed(String path, String sha256);

    /// Whether a file in this place with this hash is one that the hub put there.
    boolean isPlaced(String path, String sha256);

    @Override
    void close();
}
