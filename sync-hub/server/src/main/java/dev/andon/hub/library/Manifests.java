package dev.andon.hub.library;

import dev.andon.protocol.Protocol;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.SigningKey;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Signs manifests and keeps each that was ever signed, since a node may still ask by an old one.
final class Manifests {
    private final SigningKey key;
    private final Duration life;

    Manifests(SigningKey key, Duration life) {
        this.key = key;
        this.life = life;
    }

    /// A signed manifest.
    ///
    /// @param sha256 of its payload, by which the catalog and wants name it
    /// @param expires UTC milliseconds
    /// @param envelope JSON
    record Signed(String sha256, long expires, String envelope) {
        byte[] bytes() {
            return envelope.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Signs a revision as it stands now.
    ///
    /// @throws LibraryException `manifest-too-large`
    Signed sign(Handle handle, Revision revision, long now) {
        long expires = now + life.toMillis();
        byte[] payload = SyncCodec.encode(revision.manifest(expires));
        byte[] envelope = key.sign(SignedEnvelope.MANIFEST, payload).write();
        if (envelope.length > Protocol.MANIFEST_BYTES_MAX) {
            throw tooLarge(revision, envelope.length);
        }
        Signed signed =
                new Signed(
                        Sha256.of(payload), expires, new String(envelope, StandardCharsets.UTF_8));
        handle.createUpdate(
                        """
                        insert into library_manifest
                            (sha256, kind, id, serial, expires, signed, envelope)
                        values (:sha256, :kind, :id, :serial, :expires, :signed, :envelope)
                        on conflict do nothing\
                        """)
                .bind("sha256", signed.sha256())
                .bind("kind", revision.document().kindName())
                .bind("id", revision.document().id())
                .bind("serial", revision.serial())
                .bind("expires", expires)
                .bind("signed", now)
                .bind("envelope", signed.envelope())
                .execute();
        return signed;
    }

    /// The last that was signed of a revision, or a new one when half of its life is over.
    Signed lasting(Handle handle, DocumentKey document, long serial, long now) {
        return latest(handle, document, serial)
                .filter(signed -> signed.expires() - now > life.toMillis() / 2)
                .orElseGet(() -> sign(handle, RevisionRows.one(handle, document, serial), now));
    }

    /// Whether one that is in use must be signed again.
    boolean isOld(Handle handle, DocumentKey document, long serial, long now) {
        return latest(handle, document, serial)
                .filter(signed -> signed.expires() - now > life.toMillis() / 2)
                .isEmpty();
    }

    /// The last that was signed of a revision.
    static Optional<Signed> latest(Handle handle, DocumentKey document, long serial) {
        return handle.createQuery(
                        """
                        select * from library_manifest
                        where kind = :kind and id = :id and serial = :serial
                        order by expires desc limit 1\
                        """)
                .bind("kind", document.kindName())
                .bind("id", document.id())
                .bind("serial", serial)
                .map(
                        (row, _) ->
                                new Signed(
                                        row.getString("sha256"),
                                        row.getLong("expires"),
                                        row.getString("envelope")))
                .findFirst();
    }

    private static LibraryException tooLarge(Revision revision, int bytes) {
        Revision.About about = revision.about();
        return new LibraryException(
                "manifest-too-large",
                ("What is said of %s does not fit a manifest: %d bytes signed, and %d are allowed. "
                                + "Shorten the title (%d characters), the file's name (%d), or the "
                                + "list of %d models (%d); no models means all.")
                        .formatted(
                                revision.document().name(),
                                bytes,
                                Protocol.MANIFEST_BYTES_MAX,
                                about.title().length(),
                                about.fileName().length(),
                                about.appliesTo().size(),
                                String.join(",", about.appliesTo()).length()));
    }
}
