package dev.andon.hub.library;

import dev.andon.hub.library.block.BlockTable;
import dev.andon.hub.library.block.ContentFiles;
import dev.andon.hub.library.reading.ManualReading;
import dev.andon.hub.store.HubStore;
import dev.andon.models.Manifest;
import dev.andon.models.ModelStore;
import dev.andon.protocol.Catalog.Ring;
import dev.andon.protocol.Topics;
import dev.andon.protocol.signature.SigningKey;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The library of a site: what may be asked of it by the web server and the command line. What it
/// decides is committed and signed when a method returns; [dev.andon.hub.library.serve.LibraryLink]
/// tells the nodes.
///
/// Safe to call from any thread. All methods may wait for disk and database.
public final class Library {
    private final LibrarySettings settings;
    private final LibraryParts parts;
    private final Additions additions;
    private final Differences differences;
    private final Rollout rollout;
    private final Bundles bundles;
    private final Catalogs catalogs;

    private Library(LibrarySettings settings, LibraryParts parts, SigningKey key, Manifest models) {
        Manifests manifests = new Manifests(key, settings.manifestLife());
        this.settings = settings;
        this.parts = parts;
        this.catalogs =
                new Catalogs(new Topics(settings.site()), key, settings.catalogLife(), manifests);
        this.additions = new Additions(parts, manifests, new OtherDocuments(models));
        this.differences = new Differences(parts);
        this.bundles = new Bundles(parts);
        this.rollout = new Rollout(parts, catalogs);
    }

    /// Opens the library and throws away what a power cut left half done.
    ///
    /// @param key that signs what nodes install
    /// @param models where the embedder lies, and which models there are
    /// @param clock UTC
    public static Library open(
            LibrarySettings settings,
            HubStore store,
            SigningKey key,
            ModelStore models,
            InstantSource clock) {
        ContentFiles files = ContentFiles.open(settings.folder());
        LibraryParts parts =
                new LibraryParts(
                        store,
                        files,
                        new BlockTable(store, files),
                        () -> ManualReading.open(models, settings.embedder()),
                        clock);
        parts.blocks().collect();
        return new Library(settings, parts, key, models.manifest());
    }

    /// How it is kept.
    public LibrarySettings settings() {
        return settings;
    }

    /// A folder for files on their way, such as an upload; [#discard] it afterwards.
    public Path draft() {
        return parts.files().draft();
    }

    /// Throws a folder of [#draft] away.
    public void discard(Path draft) {
        parts.files().discard(draft);
    }

    /// Adds a revision. Nobody serves it before it is staged.
    ///
    /// @param progress told of each passage
    /// @throws LibraryException why not
    public Added add(Addition addition, ManualReading.Progress progress) {
        return additions.add(addition, progress);
    }

    /// All revisions of a document, the newest first.
    ///
    /// @throws LibraryException `unknown-document`
    public List<Revision> revisions(DocumentKey document) {
        List<Revision> revisions = parts.store().read(h -> RevisionRows.of(h, document));
        if (revisions.isEmpty()) {
            throw new LibraryException(
                    "unknown-document",
                    "The library has no %s. See what it has with: andon library status"
                            .formatted(document.name()));
        }
        return revisions;
    }

    /// One revision of a document, as printed or by its number; the newest of those that print the
    /// same.
    ///
    /// @throws LibraryException `unknown-document`, `unknown-revision`
    public Revision revision(DocumentKey document, String name) {
        List<Revision> revisions = revisions(document);
        return revisions.stream()
                .filter(one -> one.revision().equalsIgnoreCase(name))
                .findFirst()
                .or(
                        () ->
                                revisions.stream()
                                        .filter(one -> Long.toString(one.serial()).equals(name))
                                        .findFirst())
                .orElseThrow(
                        () ->
                                new LibraryException(
                                        "unknown-revision",
                                        "%s has no revision \"%s\"; it has %s."
                                                .formatted(
                                                        document.name(),
                                                        name,
                                                        revisions.stream()
                                                                .map(Revision::revision)
                                                                .toList())));
    }

    /// What changed.
    ///
    /// @param from null for the one before `to`
    /// @param to null for the newest
    /// @throws LibraryException `unknown-document`, `unknown-revision`, `no-previous`
    public DocumentDiff diff(DocumentKey document, @Nullable String from, @Nullable String to) {
        Revision newer = to == null ? revisions(document).getFirst() : revision(document, to);
        Revision older =
                from != null
                        ? revision(document, from)
                        : revisions(document).stream()
                                .filter(one -> one.serial() < newer.serial())
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new LibraryException(
                                                        "no-previous",
                                                        "%s is the first of its document; there is nothing to compare it with."
                                                                .formatted(newer.words())));
        return differences.between(older, newer);
    }

    /// The rings that were made, in their order; the last, `everyone`, is not among them.
    public List<Ring> rings() {
        return rollout.rings();
    }

    /// Makes a ring of exactly these nodes.
    ///
    /// @throws LibraryException `ring-invalid`
    public void ring(Ring ring) {
        rollout.ring(ring);
    }

    /// Forgets a ring.
    ///
    /// @throws LibraryException `unknown-ring`
    public void removeRing(String name) {
        rollout.removeRing(name);
    }

    /// Tells a ring to serve a revision.
    ///
    /// @param ring null for the first
    /// @param force why a ring that is not the first gets it at once; null if it is the first
    /// @throws LibraryException `unknown-document`, `unknown-revision`, `unknown-ring`, `older`,
    ///     `not-proven`, `catalog-too-large`
    public Stage stage(
            DocumentKey document, String revision, @Nullable String ring, @Nullable String force) {
        return rollout.stage(revision(document, revision), ring, force);
    }

    /// Tells the next ring to serve what the ring before it has proven.
    ///
    /// @param force why it goes on although that has not proven it; null if it has
    /// @throws LibraryException `not-staged`, `not-proven`
    public Stage promote(DocumentKey document, @Nullable String force) {
        return rollout.promote(document, force);
    }

    /// Tells every ring to go back to the revision that was staged before.
    ///
    /// @throws LibraryException `not-staged`, `no-previous`
    public List<Stage> rollback(DocumentKey document) {
        return rollout.rollback(document);
    }

    /// What there is, what was told, what came of it.
    public LibraryStatus status() {
        return parts.store().read(handle -> new StatusReport(handle).status());
    }

    /// Writes what nodes are to serve into one file, with which a node without a link installs it.
    ///
    /// @param ring whose revisions are written; null: those of all rings
    /// @return the revisions in it
    /// @throws LibraryException `unknown-ring`, `not-staged`, `damaged`
    public List<Revision> bundle(Path file, @Nullable String ring) {
        return bundles.write(file, ring);
    }

    /// What the broker is to keep: manifests, then the catalog that names them.
    public List<Retained> retained() {
        return parts.store().read(catalogs::retained);
    }

    /// Version of the catalog that holds; 0 before anything was decided. Does not wait.
    public long catalogVersion() {
        return rollout.version();
    }

    /// Halts what a node refused and signs again what grows old. To be called about every second.
    public void tend() {
        rollout.tend();
    }

    /// The bytes of a block of any file.
    public BlockTable.Found block(String sha256) {
        return parts.blocks().find(sha256);
    }

    /// The rows of what goes to nodes and what they lack, for whoever serves them.
    public ServingRows serving() {
        return new ServingRows(parts.store());
    }
}
