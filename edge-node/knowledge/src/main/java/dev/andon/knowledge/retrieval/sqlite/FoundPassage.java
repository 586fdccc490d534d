package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.sqlite.HeadingPath;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Transaction;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A passage as its row has it.
///
/// @param manual row id of its manual
/// @param ordinal its place in the manual
/// @param embedding null if another embedder made it: it cannot be compared with the question
record FoundPassage(
        long manual,
        int ordinal,
        List<String> path,
        PageRef page,
        String text,
        @Nullable Embedding embedding) {
    /// The passages with these ids, by id.
    ///
    /// @param embedder fingerprint of the one that embeds the question
    static Map<Long, FoundPassage> read(
            Transaction transaction, Collection<Long> ids, EmbedderFingerprint embedder)
            throws SQLException {
        Map<Long, FoundPassage> passages = new HashMap<>();
        transaction.each(
                """
                select p.*, m.embedder = ? as comparable
                from passage p join manual m on m.id = p.manual
                where p.id in (select value from json_each(?))\
                """,
                row -> passages.put(row.getLong("id"), passage(row)),
                embedder.toString(),
                ids.toString());
        return passages;
    }

    /// The cosine to the question; 0 where it cannot be known.
    double cosine(Embedding question) {
        return embedding == null ? 0 : question.cosine(embedding);
    }

    private static FoundPassage passage(ResultSet row) throws SQLException {
        return new FoundPassage(
                row.getLong("manual"),
                row.getInt("ordinal"),
                HeadingPath.read(row.getString("path")),
                new PageRef(row.getString("page_printed"), row.getInt("page_pdf")),
                row.getString("text"),
                row.getBoolean("comparable")
                        ? Embedding.fromBytes(row.getBytes("embedding"))
                        : null);
    }
}
