package dev.andon.hub.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.andon.hub.library.Revision.About;
import dev.andon.hub.library.block.BlockTable;
import dev.andon.protocol.Manifest.FileTree;
import dev.andon.protocol.Manifest.Vectors;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rows of `library_revision`, within a transaction of the caller.
final class RevisionRows {
    private static final JsonMapper JSON = new JsonMapper();

    private RevisionRows() {}

    static void insert(Handle handle, Revision revision) {
        About about = revision.about();
        Vectors vectors = revision.vectors();
        FileTree questions = revision.questions();
        handle.createUpdate(
                        """
                        insert into library_revision (kind, id, serial, revision, title, language,
                            issued, document_class, applies_to, file_name, media_type, file_sha256,
                            file_root, vectors_sha256, vectors_root, embedder, dimensions, vectors,
                            questions_sha256, questions_root, added)
                        values (:kind, :id, :serial, :revision, :title, :language, :issued,
                            :documentClass, :appliesTo, :fileName, :mediaType, :file, :fileRoot,
                            :vectorsFile, :vectorsRoot, :embedder, :dimensions, :vectors,
                            :questions, :questionsRoot, :added)\
                        """)
                .bind("kind", revision.document().kindName())
                .bind("id", revision.document().id())
                .bind("serial", revision.serial())
                .bind("revision", about.revision())
                .bind("title", about.title())
                .bind("language", about.language())
                .bind("issued", about.issued())
                .bind("documentClass", about.documentClass())
                .bind("appliesTo", json(about.appliesTo()))
                .bind("fileName", about.fileName())
                .bind("mediaType", about.mediaType())
                .bind("file", revision.file().sha256())
                .bind("fileRoot", revision.file().root())
                .bind("vectorsFile", vectors == null ? null : vectors.file().sha256())
                .bind("vectorsRoot", vectors == null ? null : vectors.file().root())
                .bind("embedder", vectors == null ? null : vectors.embedder())
                .bind("dimensions", vectors == null ? null : vectors.dimensions())
                .bind("vectors", vectors == null ? null : vectors.count())
                .bind("questions", questions == null ? null : questions.sha256())
                .bind("questionsRoot", questions == null ? null : questions.root())
                .bind("added", revision.added())
                .execute();
    }

    /// The next number of a document.
    static long next(Handle handle, DocumentKey document) {
        return handle.createQuery(
                                """
                                select coalesce(max(serial), 0) from library_revision
                                where kind = :kind and id = :id\
                                """)
                        .bind("kind", document.kindName())
                        .bind("id", document.id())
                        .mapTo(Long.class)
                        .one()
                + 1;
    }

    /// All of a document, the newest first.
    static List<Revision> of(Handle handle, DocumentKey document) {
        return handle.createQuery(
                        """
                        select * from library_revision where kind = :kind and id = :id
                        order by serial desc\
                        """)
                .bind("kind", document.kindName())
                .bind("id", document.id())
                .map((row, _) -> revision(handle, row))
                .list();
    }

    /// One.
    ///
    /// @throws LibraryException `unknown-revision`
    static Revision one(Handle handle, DocumentKey document, long serial) {
        return of(handle, document).stream()
                .filter(one -> one.serial() == serial)
                .findFirst()
                .orElseThrow(
                        () ->
                                new LibraryException(
                                        "unknown-revision",
                                        "There is no number %d of %s."
                                                .formatted(serial, document.name())));
    }

    /// Those of all documents that have these bytes.
    static List<Revision> withFile(Handle handle, String sha256) {
        return handle.createQuery(
                        "select * from library_revision where file_sha256 = :sha256 order by"
                                + " serial")
                .bind("sha256", sha256)
                .map((row, _) -> revision(handle, row))
                .list();
    }

    /// All documents.
    static List<DocumentKey> documents(Handle handle) {
        return handle.createQuery(
                        "select distinct kind, id from library_revision order by kind, id")
                .map((row, _) -> document(row))
                .list();
    }

    static DocumentKey document(ResultSet row) throws SQLException {
        return new DocumentKey(DocumentKey.kind(row.getString("kind")), row.getString("id"));
    }

    private static Revision revision(Handle handle, ResultSet row) throws SQLException {
        return new Revision(
                document(row),
                row.getLong("serial"),
                new About(
                        row.getString("revision"),
                        row.getString("title"),
                        list(row.getString("applies_to")),
                        row.getString("language"),
                        row.getString("issued"),
                        row.getString("document_class"),
                        row.getString("file_name"),
                        row.getString("media_type")),
                BlockTable.tree(handle, row.getString("file_sha256"), row.getString("file_root")),
                vectors(handle, row),
                optional(handle, row.getString("questions_sha256"), row.getString("questions_root"))
                        .orElse(null),
                row.getLong("added"));
    }

    private static @Nullable Vectors vectors(Handle handle, ResultSet row) throws SQLException {
        String embedder = row.getString("embedder");
        int dimensions = row.getInt("dimensions");
        int count = row.getInt("vectors");
        return optional(handle, row.getString("vectors_sha256"), row.getString("vectors_root"))
                .map(file -> new Vectors(embedder, dimensions, count, file))
                .orElse(null);
    }

    private static Optional<FileTree> optional(
            Handle handle, @Nullable String sha256, @Nullable String root) {
        return sha256 == null || root == null
                ? Optional.empty()
                : Optional.of(BlockTable.tree(handle, sha256, root));
    }

    private static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts is always JSON", e);
        }
    }

    private static List<String> list(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new LibraryException("damaged", "A revision in the hub's store is damaged.", e);
        }
    }
}
