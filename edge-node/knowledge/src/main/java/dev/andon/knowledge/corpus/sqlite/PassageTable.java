package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.DeclaredManual;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.IndexedManual;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualSource;
import dev.andon.knowledge.corpus.ManualStore;
import dev.andon.knowledge.corpus.ReadingVersion;
import dev.andon.knowledge.corpus.RevisionOrder.Filed;
import dev.andon.knowledge.corpus.fact.FactExtractor;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Database;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The manuals' index in a [Database] of the [ManualSchema].
public final class PassageTable implements ManualStore {
    private final Database database;

    /// Keeps manuals in this database.
    public PassageTable(Database database) {
        this.database = database;
    }

    @Override
    public List<IndexedManual> list() {
        return database.read(
                transaction -> {
                    Map<Long, List<String>> models = ManualRows.models(transaction);
                    return transaction.list(
                            """
                            select *,
                                (select count(*) from passage where manual = manual.id) as passages
                            from manual order by document, file\
                            """,
                            row ->
                                    new IndexedManual(
                                            ManualRows.manual(row, models),
                                            row.getString("file"),
                                            row.getString("sha256"),
                                            row.getInt("passages"),
                                            row.getBoolean("current"),
                                            row.getBoolean("library")));
                });
    }

    @Override
    public boolean holds(
            Path file, String sha256, DeclaredManual declared, ReadingVersion version) {
        return database.read(
                transaction ->
                        transaction
                                .first(
                                        """
                                        select 1 from manual
                                        where file = ? and sha256 = ? and declared = ?
                                            and reader_version >= ? and chunker_version >= ?\
                                        """,
                                        row -> true,
                                        file.toString(),
                                        sha256,
                                        declared.toString(),
                                        version.reader(),
                                        version.chunker())
                                .isPresent());
    }

    @Override
    public List<Path> filesWith(String sha256) {
        return database.read(
                transaction ->
                        transaction.list(
                                "select file from manual where sha256 = ? and library = 0 order by"
                                        + " file",
                                row -> Path.of(row.getString(1)),
                                sha256));
    }

    @Override
    public Optional<String> conflict(Manual manual, Path file) {
        Filed filed = new Filed(manual, file.toString());
        return database.read(transaction -> ManualRows.conflict(transaction, filed));
    }

    @Override
    public void put(ManualSource source, List<EmbeddedChunk> chunks, EmbedderFingerprint embedder) {
        IndexChange.in(
                database,
                transaction -> {
                    ManualRows.forget(transaction, "file", source.file().toString());
                    ManualRows.store(transaction, source, chunks, embedder);
                    ManualRows.settleCurrent(transaction, source.manual().id());
                    return chunks.size();
                });
    }

    @Override
    public Map<String, Embedding> vectors(Path file, EmbedderFingerprint embedder) {
        return database.read(
                transaction -> {
                    Map<String, Embedding> vectors = DraftRows.read(transaction, embedder);
                    PassageRows.vectors(transaction, "file", file.toString(), embedder, vectors);
                    return vectors;
                });
    }

    @Override
    public void draft(Map<String, Embedding> vectors, EmbedderFingerprint embedder) {
        database.write(transaction -> DraftRows.insert(transaction, vectors, embedder));
    }

    @Override
    public boolean drop(Path file) {
        return IndexChange.in(
                        database,
                        transaction -> ManualRows.forget(transaction, "file", file.toString()))
                > 0;
    }

    @Override
    public int remove(String id) {
        return IndexChange.in(
                database, transaction -> ManualRows.forget(transaction, "document", id));
    }

    @Override
    public List<Path> embeddedOtherwise(EmbedderFingerprint embedder) {
        return database.read(
                transaction ->
                        transaction.list(
                                "select file from manual where embedder <> ? order by file",
                                row -> Path.of(row.getString(1)),
                                embedder.toString()));
    }

    @Override
    public Map<Long, String> embeddingInputs(Path file) {
        return database.read(
                transaction -> {
                    Map<Long, String> inputs = new LinkedHashMap<>();
                    transaction.each(
                            """
                            select p.id, p.path, p.text
                            from passage p join manual m on m.id = p.manual
                            where m.file = ? order by p.ordinal\
                            """,
                            row -> inputs.put(row.getLong("id"), embeddingInput(row)),
                            file.toString());
                    return inputs;
                });
    }

    @Override
    public void reembed(Path file, Map<Long, Embedding> vectors, EmbedderFingerprint embedder) {
        IndexChange.in(
                database,
                transaction -> {
                    for (Map.Entry<Long, Embedding> vector : vectors.entrySet()) {
                        transaction.update(
                                "update passage set embedding = ? where id = ?",
                                vector.getValue().toBytes(),
                                vector.getKey());
                    }
                    return transaction.update(
                            "update manual set embedder = ? where file = ?",
                            embedder.toString(),
                            file.toString());
                });
    }

    @Override
    public void texts(String language, Consumer<String> visitor) {
        database.read(
                transaction -> {
                    transaction.each(
                            """
                            select p.path, p.text from passage p join manual m on m.id = p.manual
                            where m.current = 1
                                and (m.language is null or m.language = ?1
                                    or m.language like ?1 || '-%')
                            order by p.id\
                            """,
                            row -> visitor.accept(embeddingInput(row)), language);
                    return visitor;
                });
    }

    /// Writes words and codes anew where older code wrote them, a transaction a manual, and tells
    /// in how many manuals. Until then their words are not found.
    public int rewriteWords() {
        List<Long> outdated =
                database.read(
                        transaction ->
                                transaction.list(
                                        "select id from manual where words_version < ?",
                                        row -> row.getLong(1),
                                        WordRows.VERSION));
        for (long manual : outdated) {
            IndexChange.in(database, transaction -> WordRows.rewrite(transaction, manual));
        }
        return outdated.size();
    }

    /// Finds the facts anew where older code found them, a transaction a manual, and tells in how
    /// many manuals.
    public int rewriteFacts() {
        List<Long> outdated =
                database.read(
                        transaction ->
                                transaction.list(
                                        "select id from manual where facts_version < ?",
                                        row -> row.getLong(1),
                                        FactExtractor.VERSION));
        for (long manual : outdated) {
            IndexChange.in(database, transaction -> FactRows.rewrite(transaction, manual));
        }
        return outdated.size();
    }

    /// What was embedded of a row of `passage`.
    static String embeddingInput(ResultSet row) throws SQLException {
        return EmbeddedChunk.input(HeadingPath.read(row.getString("path")), row.getString("text"));
    }
}
