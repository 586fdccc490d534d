package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.LibraryStore;
import dev.andon.knowledge.corpus.ManualSource;
import dev.andon.knowledge.corpus.ReadingVersion;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Transaction;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The hub's manuals in a [Database] of the [ManualSchema], beside those of [PassageTable].
public final class LibraryTable implements LibraryStore {
    private final Database database;

    /// Keeps manuals in this database.
    public LibraryTable(Database database) {
        this.database = database;
    }

    @Override
    public void stage(
            ManualSource source, List<EmbeddedChunk> chunks, EmbedderFingerprint embedder) {
        IndexChange.in(
                database,
                transaction -> {
                    String file = source.file().toString();
                    boolean served = isServed(transaction, file);
                    ManualRows.forget(transaction, "file", file);
                    long manual = ManualRows.store(transaction, source, chunks, embedder);
                    transaction.update(
                            "update manual set library = 1, current = 0 where id = ?", manual);
                    if (served) {
                        point(transaction, source.manual().id(), manual);
                    }
                    ManualRows.settleCurrent(transaction, source.manual().id());
                    return chunks.size();
                });
    }

    @Override
    public boolean holds(
            Path file, String sha256, DeclaredManual declared, ReadingVersion version) {
        return files().contains(file)
                && new PassageTable(database).holds(file, sha256, declared, version);
    }

    @Override
    public void serve(Path file) {
        IndexChange.in(
                database,
                transaction -> {
                    Staged staged = staged(transaction, file);
                    point(transaction, staged.document(), staged.manual());
                    ManualRows.settleCurrent(transaction, staged.document());
                    return 1;
                });
    }

    @Override
    public Optional<Path> serving(String document) {
        return database.read(
                transaction ->
                        transaction.first(
                                """
                                select m.file from library_pointer p join manual m on m.id = p.manual
                                where p.document = ?\
                                """,
                                row -> Path.of(row.getString(1)),
                                document));
    }

    @Override
    public List<Path> files() {
        return database.read(
                transaction ->
                        transaction.list(
                                "select file from manual where library = 1 order by file",
                                row -> Path.of(row.getString(1))));
    }

    @Override
    public Set<String> hashes() {
        return Set.copyOf(
                database.read(
                        transaction ->
                                transaction.list(
                                        "select distinct sha256 from manual",
                                        row -> row.getString(1))));
    }

    @Override
    public boolean forget(Path file) {
        return files().contains(file)
                && IndexChange.in(
                                database,
                                transaction ->
                                        ManualRows.forget(transaction, "file", file.toString()))
                        > 0;
    }

    @Override
    public Map<String, Embedding> vectors(String document, EmbedderFingerprint embedder) {
        return database.read(
                transaction -> {
                    Map<String, Embedding> vectors = DraftRows.read(transaction, embedder);
                    PassageRows.vectors(transaction, "document", document, embedder, vectors);
                    return vectors;
                });
    }

    @Override
    public void draft(Map<String, Embedding> vectors, EmbedderFingerprint embedder) {
        database.write(transaction -> DraftRows.insert(transaction, vectors, embedder));
    }

    private record Staged(long manual, String document) {}

    private static Staged staged(Transaction transaction, Path file) throws SQLException {
        return transaction
                .first(
                        "select id, document from manual where library = 1 and file = ?",
                        row -> new Staged(row.getLong(1), row.getString(2)),
                        file.toString())
                .orElseThrow(
                        () ->
                                new StageException(
                                        Stage.CORPUS,
                                        "not-staged",
                                        "%s is not in the index: it must be installed again."
                                                .formatted(file)));
    }

    private static boolean isServed(Transaction transaction, String file) throws SQLException {
        return transaction
                .first(
                        """
                        select 1 from library_pointer p join manual m on m.id = p.manual
                        where m.file = ?\
                        """,
                        row -> true,
                        file)
                .isPresent();
    }

    private static void point(Transaction transaction, String document, long manual)
            throws SQLException {
        transaction.update(
                """
                insert into library_pointer (document, manual) values (?1, ?2)
                on conflict (document) do update set manual = ?2\
                """,
                document,
                manual);
    }
}
