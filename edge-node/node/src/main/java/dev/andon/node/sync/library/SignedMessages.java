package dev.andon.node.sync.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.ProtocolException;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.signature.SignedEnvelope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Believes what a pinned key signed, and nothing else. A catalog that is older than the newest
/// that was seen is not believed either: somebody may play an old one back.
final class SignedMessages {
    /// Catalogs whose refusal is told to the hub; a flood of them is not.
    static final int REFUSALS_MAX = 16;

    /// Manifests that came and could not be believed, remembered at once.
    static final int UNVERIFIED_MAX = 256;

    private static final String CATALOG = "catalog:";

    private final LibraryMembers members;
    private final Map<String, LibraryException> unverified = new LinkedHashMap<>();
    private int refusals;

    SignedMessages(LibraryMembers members) {
        this.members = members;
    }

    /// Keeps a catalog if it is to be believed.
    ///
    /// @return why not; empty if it is kept now
    Optional<LibraryException> catalog(byte[] envelope) {
        try {
            SignedEnvelope read = SignedEnvelope.read(envelope);
            byte[] payload = members.keys().open(read, SignedEnvelope.CATALOG);
            return keep(SyncCodec.decode(payload, Catalog.class), payload);
        } catch (ProtocolException e) {
            return refuse(envelope, 0, e.code(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<LibraryException> keep(Catalog catalog, byte[] payload) {
        if (!catalog.site().equals(members.site())) {
            String why = "The catalog is that of the site %s.".formatted(catalog.site());
            return refuse(payload, catalog.version(), "wrong-manifest", why);
        }
        Ledger.KnownCatalog known = members.ledger().catalog();
        if (known != null && known.sha256().equals(Sha256.of(payload))) {
            return Optional.empty();
        }
        if (known != null && catalog.version() <= known.catalog().version()) {
            String why =
                    "The catalog has the version %d, and version %d was seen before: an old one is not believed."
                            .formatted(catalog.version(), known.catalog().version());
            return refuse(payload, catalog.version(), "older-revision", why);
        }
        members.ledger().keepCatalog(payload);
        return Optional.empty();
    }

    /// Told once each, also over restarts.
    private Optional<LibraryException> refuse(
            byte[] bytes, long version, String code, String reason) {
        LibraryException why = new LibraryException(code, reason);
        String name = CATALOG + Sha256.of(bytes);
        if (refusals >= REFUSALS_MAX || members.ledger().refused(0).contains(name)) {
            return Optional.of(why);
        }
        refusals++;
        members.ledger()
                .refuse(
                        name,
                        0,
                        InstallationFacts.refused(
                                "catalog/" + members.site(),
                                version,
                                String.valueOf(version),
                                why));
        return Optional.of(why);
    }

    /// Keeps a manifest if it is to be believed. Why it is not is remembered: if the catalog wants
    /// it, it is refused with that reason.
    ///
    /// @param name of the revision that it is said to be of, as [Choice#name]
    void manifest(String name, byte[] envelope) {
        try {
            if (envelope.length > Protocol.MANIFEST_BYTES_MAX) {
                throw new ProtocolException(
                        "too-large", "A manifest of %d bytes.".formatted(envelope.length));
            }
            SignedEnvelope read = SignedEnvelope.read(envelope);
            byte[] payload = members.keys().open(read, SignedEnvelope.MANIFEST);
            SyncCodec.decode(payload, Manifest.class);
            members.ledger().keepManifest(Sha256.of(payload), payload);
            unverified.remove(name);
        } catch (ProtocolException e) {
            if (unverified.size() < UNVERIFIED_MAX) {
                unverified.put(
                        name, new LibraryException(e.code(), String.valueOf(e.getMessage()), e));
            }
        }
    }

    /// Why manifests that came are not believed, by [Choice#name].
    Map<String, LibraryException> unverified() {
        return Map.copyOf(unverified);
    }
}
