package dev.andon.hub.library;

import dev.andon.protocol.Catalog;
import dev.andon.protocol.Protocol;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.Topics;
import dev.andon.protocol.signature.SignedEnvelope;
import dev.andon.protocol.signature.SigningKey;

import org.jdbi.v3.core.Handle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the signed catalog of what is staged. Its version is kept in the transaction of what
/// changed it, so it grows whatever is lost on the way to the broker.
final class Catalogs {
    /// Old ones that are kept, for who wants to know what was told.
    private static final int KEPT = 100;

    private final Topics topics;
    private final SigningKey key;
    private final Duration life;
    private final Manifests manifests;

    Catalogs(Topics topics, SigningKey key, Duration life, Manifests manifests) {
        this.topics = topics;
        this.key = key;
        this.life = life;
        this.manifests = manifests;
    }

    /// A catalog as it was signed.
    record Signed(long version, long expires, String envelope) {}

    /// Signs what is staged now as the next version.
    ///
    /// @throws LibraryException `catalog-too-large`: the transaction must not be committed then
    long sign(Handle handle, long now) {
        long version = last(handle).map(Signed::version).orElse(0L) + 1;
        long expires = now + life.toMillis();
        Catalog catalog =
                new Catalog(
                        topics.site(),
                        version,
                        now,
                        expires,
                        Rings.all(handle),
                        entries(handle, now));
        byte[] envelope = key.sign(SignedEnvelope.CATALOG, SyncCodec.encode(catalog)).write();
        if (envelope.length > Protocol.MESSAGE_BYTES_MAX) {
            throw new LibraryException(
                    "catalog-too-large",
                    "The catalog would have %d bytes and %d are allowed: %d entries are too many."
                            .formatted(
                                    envelope.length,
                                    Protocol.MESSAGE_BYTES_MAX,
                                    catalog.entries().size()));
        }
        handle.execute(
                "insert into library_catalog (version, issued, expires, envelope) values (?, ?, ?,"
                        + " ?)",
                version,
                now,
                expires,
                new String(envelope, StandardCharsets.UTF_8));
        handle.execute("delete from library_catalog where version <= ?", version - KEPT);
        return version;
    }

    /// Whether the catalog, or a manifest that it names, has lived for half of its time.
    boolean isOld(Handle handle, long now) {
        Optional<Signed> last = last(handle);
        return last.isPresent()
                && (last.get().expires() - now <= life.toMillis() / 2
                        || StageRows.all(handle).stream()
                                .anyMatch(stage -> isOld(handle, stage, now)));
    }

    private boolean isOld(Handle handle, Stage stage, long now) {
        Long told = stage.told();
        return told != null && manifests.isOld(handle, stage.document(), told, now);
    }

    /// The catalog that holds.
    static Optional<Signed> last(Handle handle) {
        return handle.createQuery("select * from library_catalog order by version desc limit 1")
                .map(
                        (row, _) ->
                                new Signed(
                                        row.getLong("version"),
                                        row.getLong("expires"),
                                        row.getString("envelope")))
                .findFirst();
    }

    /// What the broker is to keep: the manifests that the catalog names, then the catalog. Empty
    /// before anything was staged.
    List<Retained> retained(Handle handle) {
        List<Retained> all = new ArrayList<>();
        Optional<Signed> last = last(handle);
        if (last.isEmpty()) {
            return all;
        }
        Map<String, String> byTopic = new LinkedHashMap<>();
        for (Stage stage : StageRows.all(handle)) {
            Long told = stage.told();
            if (told != null) {
                DocumentKey document = stage.document();
                Manifests.latest(handle, document, told)
                        .ifPresent(
                                signed ->
                                        byTopic.put(
                                                topics.manifest(
                                                        document.kind(), document.id(), told),
                                                signed.envelope()));
            }
        }
        byTopic.forEach((topic, envelope) -> all.add(new Retained(topic, envelope)));
        all.add(new Retained(topics.catalog(), last.get().envelope()));
        return all;
    }

    private List<Catalog.Entry> entries(Handle handle, long now) {
        record Served(DocumentKey document, long serial, boolean rollback) {}
        Map<Served, List<String>> rings = new LinkedHashMap<>();
        for (Stage stage : StageRows.all(handle)) {
            Long told = stage.told();
            if (told != null) {
                rings.computeIfAbsent(
                                new Served(
                                        stage.document(),
                                        told,
                                        stage.rollback() && stage.halt() == null),
                                _ -> new ArrayList<>())
                        .add(stage.ring());
            }
        }
        List<Catalog.Entry> entries = new ArrayList<>();
        rings.forEach(
                (served, names) ->
                        entries.add(
                                new Catalog.Entry(
                                        served.document().kind(),
                                        served.document().id(),
                                        served.serial(),
                                        RevisionRows.one(handle, served.document(), served.serial())
                                                .revision(),
                                        manifests
                                                .lasting(
                                                        handle,
                                                        served.document(),
                                                        served.serial(),
                                                        now)
                                                .sha256(),
                                        names,
                                        served.rollback())));
        return entries;
    }
}
