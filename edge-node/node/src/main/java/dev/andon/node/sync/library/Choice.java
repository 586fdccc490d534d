package dev.andon.node.sync.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a node has to do for a catalog. Pure: the same catalog and the same knowledge always give
/// the same steps.
///
/// @param catalog the newest that was signed
/// @param node who asks
/// @param known what is here
/// @param now the hub's clock as far as the node knows it, UTC milliseconds
record Choice(Catalog catalog, String node, Known known, long now) {
    /// What is here.
    ///
    /// @param revisions of all documents
    /// @param manifests by the SHA-256 of their payload; null for one that has not come
    /// @param refused SHA-256 of manifests that are not to be tried again under this catalog
    /// @param unverified why the manifest that came cannot be believed, by [#name]
    record Known(
            List<Revision> revisions,
            Function<String, @Nullable Manifest> manifests,
            Set<String> refused,
            Map<String, LibraryException> unverified) {
        Known {
            revisions = List.copyOf(revisions);
            refused = Set.copyOf(refused);
            unverified = Map.copyOf(unverified);
        }
    }

    /// Names a revision where nothing of it can be believed yet.
    static String name(Document document, long serial) {
        return document.label() + "/" + serial;
    }

    /// What is to be done, in the order of the catalog; nothing for what is as it should be.
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Catalog.Entry entry : mine()) {
            if (!known.refused().contains(entry.manifestSha256())) {
                step(entry).ifPresent(steps::add);
            }
        }
        return steps;
    }

    /// What the catalog wants of this node.
    List<Catalog.Entry> mine() {
        String ring = catalog.ringOf(node);
        return catalog.entries().stream().filter(entry -> entry.rings().contains(ring)).toList();
    }

    private Optional<Step> step(Catalog.Entry entry) {
        Revision serving = in(Revision.State.SERVING, entry);
        if (serving != null && serving.serial() == entry.serial()) {
            return Optional.empty();
        }
        if (serving != null && entry.serial() < serving.serial() && !entry.rollback()) {
            return refuse(
                    entry,
                    "older-revision",
                    "Revision %s (number %d) is installed; number %d is older, and the catalog does not call it a roll-back."
                            .formatted(
                                    serving.manifest().revision(),
                                    serving.serial(),
                                    entry.serial()));
        }
        if (catalog.expires() <= now) {
            return refuse(entry, "expired", expired("The catalog", catalog.expires()));
        }
        Revision previous = in(Revision.State.PREVIOUS, entry);
        if (previous != null && previous.manifestSha256().equals(entry.manifestSha256())) {
            return Optional.of(new Step.Return(entry, previous));
        }
        return fetched(entry);
    }

    private Optional<Step> fetched(Catalog.Entry entry) {
        Manifest manifest = known.manifests().apply(entry.manifestSha256());
        if (manifest == null) {
            LibraryException why = known.unverified().get(name(Document.of(entry), entry.serial()));
            return why == null
                    ? Optional.of(new Step.Await(entry))
                    : refuse(entry, why.code(), String.valueOf(why.getMessage()));
        }
        if (!Document.of(manifest).equals(Document.of(entry))
                || manifest.serial() != entry.serial()) {
            return refuse(
                    entry,
                    "wrong-manifest",
                    "The manifest is that of %s, number %d."
                            .formatted(Document.of(manifest).label(), manifest.serial()));
        }
        if (manifest.expires() <= now) {
            return refuse(entry, "expired", expired("The manifest", manifest.expires()));
        }
        return Optional.of(new Step.Install(entry, manifest));
    }

    private String expired(String what, long when) {
        return "%s ran out at %s, and here it is %s: publish it anew, or set the clock right."
                .formatted(what, Instant.ofEpochMilli(when), Instant.ofEpochMilli(now));
    }

    private static Optional<Step> refuse(Catalog.Entry entry, String code, String reason) {
        return Optional.of(new Step.Refuse(entry, code, reason));
    }

    private @Nullable Revision in(Revision.State state, Catalog.Entry entry) {
        return known.revisions().stream()
                .filter(each -> each.state() == state)
                .filter(each -> each.document().equals(Document.of(entry)))
                .findFirst()
                .orElse(null);
    }
}
