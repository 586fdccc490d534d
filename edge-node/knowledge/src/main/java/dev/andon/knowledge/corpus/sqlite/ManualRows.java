package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.DocumentClass;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.ManualSource;
import dev.andon.knowledge.corpus.RevisionOrder;
import dev.andon.knowledge.corpus.RevisionOrder.Filed;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.store.Transaction;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows of `manual` and `manual_model`, within a transaction of the caller.
public final class ManualRows {
    private ManualRows() {}

    /// The manuals that may be cited, by row id.
    public static Map<Long, Manual> current(Transaction transaction) throws SQLException {
        Map<Long, Manual> manuals = new LinkedHashMap<>();
        select(transaction, "current = ?", 1)
                .forEach((id, filed) -> manuals.put(id, filed.manual()));
        return manuals;
    }

    /// The same, if the revision that was read from a file were served.
    public static Map<Long, Manual> trying(Transaction transaction, String file)
            throws SQLException {
        Map<Long, Manual> manuals = current(transaction);
        select(transaction, "file = ?", file)
                .forEach(
                        (id, filed) -> {
                            manuals.values().removeIf(each -> replaces(filed.manual(), each));
                            manuals.put(id, filed.manual());
                        });
        return manuals;
    }

    private static boolean replaces(Manual staged, Manual served) {
        return served.id().equals(staged.id());
    }

    /// The ids of each manual's passages, first and last, by row id, in the order of the ids;
    /// superseded ones too.
    public static Map<Long, PassageRun> runs(Transaction transaction) throws SQLException {
        Map<Long, PassageRun> runs = new LinkedHashMap<>();
        transaction.each(
                """
                select id, passage_first, passage_last from manual
                where passage_last >= passage_first order by passage_first\
                """,
                row -> runs.put(row.getLong(1), new PassageRun(row.getLong(2), row.getLong(3))));
        return runs;
    }

    /// Stores a manual, its passages and all that is derived from them, and tells its row. Nothing
    /// is current or superseded by it before [#settleCurrent].
    static long store(
            Transaction transaction,
            ManualSource source,
            List<EmbeddedChunk> chunks,
            EmbedderFingerprint embedder)
            throws SQLException {
        long manual = insert(transaction, source, embedder);
        new WordRows(transaction, source.manual().title(), source.manual().language())
                .insert(new PassageRows(transaction, manual).insert(chunks));
        FactRows.rewrite(transaction, manual);
        DraftRows.forget(transaction);
        return manual;
    }

    private static long insert(
            Transaction transaction, ManualSource source, EmbedderFingerprint embedder)
            throws SQLException {
        Manual manual = source.manual();
        long id =
                transaction.insert(
                        """
                        insert into manual (document, title, revision, language, issued, file,
                            sha256, declared, embedder, reader_version, chunker_version,
                            words_version, document_class, current)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)\
                        """,
                        manual.id(),
                        manual.title(),
                        manual.revision(),
                        manual.language(),
                        Objects.toString(manual.date(), null),
                        source.file().toString(),
                        source.sha256(),
                        source.declared().toString(),
                        embedder.toString(),
                        source.version().reader(),
                        source.version().chunker(),
                        WordRows.VERSION,
                        manual.documentClass().name());
        for (String model : manual.models()) {
            transaction.update(
                    "insert or ignore into manual_model (manual, model) values (?, ?)", id, model);
        }
        return id;
    }

    /// Deletes the manuals with this value in a column, passages and all, and tells how many.
    static int forget(Transaction transaction, String column, String value) throws SQLException {
        List<String> documents =
                transaction.list(
                        "select document from manual where " + column + " = ?",
                        row -> row.getString(1),
                        value);
        transaction.update("delete from manual where " + column + " = ?", value);
        for (String document : documents) {
            settleCurrent(transaction, document);
        }
        return documents.size();
    }

    /// Of a document under the hub's rule the revision that its pointer names is current. Of any
    /// other a revision is, unless a later one of the same language is here; what the hub brought
    /// for a trial is not.
    static void settleCurrent(Transaction transaction, String document) throws SQLException {
        transaction.update("update manual set current = 0 where document = ?", document);
        int pointedAt =
                transaction.update(
                        """
                        update manual set current = 1
                        where id = (select manual from library_pointer where document = ?)\
                        """,
                        document);
        if (pointedAt == 0) {
            settleByRevision(transaction, document);
        }
    }

    private static void settleByRevision(Transaction transaction, String document)
            throws SQLException {
        Map<Long, Filed> revisions = select(transaction, "library = 0 and document = ?", document);
        for (Map.Entry<Long, Filed> revision : revisions.entrySet()) {
            boolean superseded =
                    revisions.values().stream()
                            .anyMatch(other -> supersedes(other, revision.getValue()));
            transaction.update(
                    "update manual set current = ? where id = ?",
                    superseded ? 0 : 1,
                    revision.getKey());
        }
    }

    /// What a person has to settle before this manual can be stored beside the others.
    static Optional<String> conflict(Transaction transaction, Filed filed) throws SQLException {
        return select(transaction, "library = 0 and document = ?", filed.manual().id())
                .values()
                .stream()
                .filter(other -> !other.file().equals(filed.file()))
                .filter(other -> sameLanguage(other.manual(), filed.manual()))
                .map(other -> RevisionOrder.compare(filed, other))
                .flatMap(
                        standing ->
                                switch (standing) {
                                    case RevisionOrder.Supersedes _ -> Stream.<String>empty();
                                    case RevisionOrder.Undecided(_, _, var problem) ->
                                            Stream.of(problem);
                                })
                .findFirst();
    }

    private static boolean supersedes(Filed later, Filed earlier) {
        return sameLanguage(later.manual(), earlier.manual())
                && switch (RevisionOrder.compare(later, earlier)) {
                    case RevisionOrder.Supersedes(var newer, _) -> newer.equals(later);
                    case RevisionOrder.Undecided _ -> false;
                };
    }

    private static boolean sameLanguage(Manual one, Manual other) {
        return one.language() == null
                || other.language() == null
                || one.language().equalsIgnoreCase(other.language());
    }

    private static Map<Long, Filed> select(Transaction transaction, String condition, Object value)
            throws SQLException {
        Map<Long, List<String>> models = models(transaction);
        Map<Long, Filed> manuals = new LinkedHashMap<>();
        transaction.each(
                "select * from manual where " + condition + " order by id",
                row ->
                        manuals.put(
                                row.getLong("id"),
                                new Filed(manual(row, models), row.getString("file"))),
                value);
        return manuals;
    }

    /// The models of every manual that names some, by row id.
    static Map<Long, List<String>> models(Transaction transaction) throws SQLException {
        Map<Long, List<String>> models = new HashMap<>();
        transaction.each(
                "select manual, model from manual_model order by manual, model",
                row ->
                        models.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .add(row.getString(2)));
        return models;
    }

    static Manual manual(ResultSet row, Map<Long, List<String>> models) throws SQLException {
        return new Manual(
                row.getString("document"),
                row.getString("title"),
                row.getString("revision"),
                row.getString("language"),
                models.getOrDefault(row.getLong("id"), List.of()),
                date(row.getString("issued")),
                DocumentClass.valueOf(row.getString("document_class")));
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
