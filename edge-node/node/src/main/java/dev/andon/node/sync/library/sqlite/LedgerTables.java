package dev.andon.node.sync.library.sqlite;

import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Transaction;
import dev.andon.node.sync.library.Ledger;
import dev.andon.node.sync.library.PartName;
import dev.andon.node.sync.library.Revision;
import dev.andon.protocol.Catalog;
import dev.andon.protocol.Event;
import dev.andon.protocol.EventCodec;
import dev.andon.protocol.Manifest;
import dev.andon.protocol.Sha256;
import dev.andon.protocol.SyncCodec;
import dev.andon.protocol.fact.InstallationFact;
import dev.andon.protocol.library.Block;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The ledger in a [Database] of its own.
public final class LedgerTables implements Ledger {
    /// Codes of refusals that come of a manifest that could not be believed.
    private static final List<String> UNVERIFIED =
            List.of("wrong-signature", "unknown-key", "wrong-type", "not-json", "missing-field");

    private final Database database;

    private LedgerTables(Database database) {
        this.database = database;
    }

    /// Opens the file. One that is damaged is set aside: what the hub publishes is installed anew,
    /// and which catalog was the newest is forgotten.
    ///
    /// @param damaged told where a damaged file lies now
    /// @throws dev.andon.knowledge.StageException `store`: the file is newer than this program, or
    ///     cannot be written
    public static LedgerTables open(Path file, Consumer<Path> damaged) {
        return new LedgerTables(Database.openOrSetAside(file, LedgerSchema.SCHEMA, damaged));
    }

    @Override
    public @Nullable KnownCatalog catalog() {
        return database.read(
                        transaction ->
                                transaction.first(
                                        "select payload, sha256 from catalog",
                                        row ->
                                                new KnownCatalog(
                                                        SyncCodec.decode(
                                                                row.getBytes(1), Catalog.class),
                                                        row.getString(2))))
                .orElse(null);
    }

    @Override
    public void keepCatalog(byte[] payload) {
        write(
                transaction ->
                        transaction.update(
                                """
                                insert or replace into catalog (only_one, sha256, payload)
                                values (1, ?, ?)\
                                """,
                                Sha256.of(payload),
                                payload));
    }

    @Override
    public @Nullable Manifest manifest(String sha256) {
        return database.read(
                        transaction ->
                                transaction.first(
                                        "select payload from manifest where sha256 = ?",
                                        row -> SyncCodec.decode(row.getBytes(1), Manifest.class),
                                        sha256))
                .orElse(null);
    }

    @Override
    public void keepManifest(String sha256, byte[] payload) {
        if (manifest(sha256) != null) {
            return;
        }
        write(
                transaction -> {
                    transaction.update(
                            "insert or ignore into manifest (sha256, payload) values (?, ?)",
                            sha256,
                            payload);
                    for (String code : UNVERIFIED) {
                        transaction.update(
                                "delete from refusal where manifest = ? and code = ?",
                                sha256,
                                code);
                    }
                    return keepNewest(transaction, "manifest", MANIFESTS_MAX);
                });
    }

    private static int keepNewest(Transaction transaction, String table, int max)
            throws SQLException {
        return transaction.update(
                "delete from %1$s where id <= (select max(id) from %1$s) - ?".formatted(table),
                max);
    }

    @Override
    public List<Revision> revisions() {
        return database.read(transaction -> new RevisionRows(transaction).all());
    }

    @Override
    public Revision begin(String manifestSha256, Manifest manifest, long at) {
        Revision revision = new Revision(manifest, manifestSha256, Revision.State.PENDING, at);
        return database.write(transaction -> new RevisionRows(transaction).begin(revision));
    }

    @Override
    public void serve(Revision revision, InstallationFact fact) {
        write(
                transaction -> {
                    new RevisionRows(transaction).serve(revision);
                    return append(transaction, fact);
                });
    }

    @Override
    public void drop(Revision revision) {
        write(
                transaction -> {
                    new RevisionRows(transaction).drop(revision);
                    return 1;
                });
    }

    @Override
    public Part part(Revision revision, PartName name, String path) {
        return database.write(
                transaction ->
                        new BlockRows(transaction)
                                .part(new RevisionRows(transaction).row(revision), name, path));
    }

    @Override
    public Map<Long, Block> blocks(Part part) {
        return database.read(transaction -> new BlockRows(transaction).blocks(part.row()));
    }

    @Override
    public void written(Part part, Map<Long, Block> blocks) {
        write(transaction -> new BlockRows(transaction).written(part.row(), blocks));
    }

    @Override
    public void whole(Part part) {
        write(transaction -> new BlockRows(transaction).whole(part.row()));
    }

    @Override
    public void spoilt(Part part) {
        write(transaction -> new BlockRows(transaction).spoilt(part.row()));
    }

    @Override
    public Optional<Place> find(String sha256) {
        return database.read(transaction -> new BlockRows(transaction).find(sha256));
    }

    @Override
    public void lost(Place place) {
        write(transaction -> new BlockRows(transaction).lost(place));
    }

    @Override
    public void count(Revision revision, long bytesFetched, long bytesReused) {
        write(
                transaction ->
                        transaction.update(
                                """
                                update revision set fetched = fetched + ?, reused = reused + ?
                                where id = ?\
                                """,
                                bytesFetched,
                                bytesReused,
                                new RevisionRows(transaction).row(revision)));
    }

    @Override
    public Traffic traffic(Revision revision) {
        return database.read(
                transaction ->
                        transaction.only(
                                "select fetched, reused from revision where id = ?",
                                row -> new Traffic(row.getLong(1), row.getLong(2)),
                                new RevisionRows(transaction).row(revision)));
    }

    @Override
    public void refuse(String manifestSha256, long catalogVersion, InstallationFact fact) {
        write(
                transaction -> {
                    transaction.update(
                            "insert or replace into refusal (manifest, catalog, code) values (?, ?,"
                                    + " ?)",
                            manifestSha256,
                            catalogVersion,
                            String.valueOf(fact.code()));
                    return append(transaction, fact);
                });
    }

    @Override
    public Set<String> refused(long catalogVersion) {
        return Set.copyOf(
                database.read(
                        transaction ->
                                transaction.list(
                                        "select manifest from refusal where catalog = ?",
                                        row -> row.getString(1),
                                        catalogVersion)));
    }

    @Override
    public void retry(Set<String> codes) {
        write(
                transaction -> {
                    for (String code : codes) {
                        transaction.update("delete from refusal where code = ?", code);
                    }
                    return codes.size();
                });
    }

    @Override
    public void retryAll() {
        write(transaction -> transaction.update("delete from refusal"));
    }

    @Override
    public void tell(Consumer<InstallationFact> told) {
        record Untold(long id, String json) {}
        List<Untold> facts =
                database.read(
                        transaction ->
                                transaction.list(
                                        "select id, json from fact order by id",
                                        row -> new Untold(row.getLong(1), row.getString(2))));
        for (Untold fact : facts) {
            if (EventCodec.event(fact.json()).fact() instanceof InstallationFact installation) {
                told.accept(installation);
            }
            write(transaction -> transaction.update("delete from fact where id = ?", fact.id()));
        }
    }

    /// The text is the wire's own, so that it can be read by any later version.
    private static int append(Transaction transaction, InstallationFact fact) throws SQLException {
        transaction.update(
                "insert into fact (json) values (?)",
                EventCodec.text(new Event(1, 0, "", 0, fact)));
        return keepNewest(transaction, "fact", FACTS_MAX);
    }

    @Override
    public void placed(String path, String sha256) {
        write(
                transaction ->
                        transaction.update(
                                "insert or ignore into placed (path, sha256) values (?, ?)",
                                path,
                                sha256));
    }

    @Override
    public boolean isPlaced(String path, String sha256) {
        return database.read(
                transaction ->
                        transaction
                                .first(
                                        "select 1 from placed where path = ? and sha256 = ?",
                                        row -> true,
                                        path,
                                        sha256)
                                .isPresent());
    }

    @Override
    public void close() {
        database.close();
    }

    private void write(Change change) {
        database.write(change::make);
    }

    private interface Change {
        int make(Transaction transaction) throws SQLException;
    }
}
