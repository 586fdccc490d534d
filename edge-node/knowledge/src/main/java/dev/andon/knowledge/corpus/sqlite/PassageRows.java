package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.embed.EmbedderFingerprint;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rows of one manual in `passage`, within a transaction of the caller: as long as it lasts
/// nobody else inserts any, so their ids are one run.
///
/// @param manual its row
record PassageRows(Transaction transaction, long manual) {
    /// Inserts the passages and tells under which ids.
    List<IndexedPassage> insert(List<EmbeddedChunk> chunks) throws SQLException {
        List<IndexedPassage> passages = new ArrayList<>(chunks.size());
        for (EmbeddedChunk embedded : chunks) {
            String text = PassageText.render(embedded.chunk().blocks());
            long id = insert(embedded, text);
            passages.add(new IndexedPassage(id, embedded.chunk().path(), text));
        }
        if (!passages.isEmpty()) {
            transaction.update(
                    "update manual set passage_first = ?, passage_last = ? where id = ?",
                    passages.getFirst().id(),
                    passages.getLast().id(),
                    manual);
        }
        return passages;
    }

    /// Adds the vectors of the manuals with this value in a column, by [EmbeddedChunk#key].
    static void vectors(
            Transaction transaction,
            String column,
            String value,
            EmbedderFingerprint embedder,
            Map<String, Embedding> vectors)
            throws SQLException {
        transaction.each(
                """
                select p.path, p.text, p.embedding
                from passage p join manual m on m.id = p.manual
                where m.%s = ? and m.embedder = ?\
                """
                        .formatted(column),
                row ->
                        vectors.put(
                                EmbeddedChunk.key(PassageTable.embeddingInput(row)),
                                Embedding.fromBytes(row.getBytes("embedding"))),
                value,
                embedder.toString());
    }

    private long insert(EmbeddedChunk embedded, String text) throws SQLException {
        Chunk chunk = embedded.chunk();
        return transaction.insert(
                """
                insert into passage (manual, ordinal, path, page_printed, page_pdf, text, embedding)
                values (?, ?, ?, ?, ?, ?, ?)\
                """,
                manual,
                chunk.ordinal(),
                HeadingPath.write(chunk.path()),
                chunk.page().printed(),
                chunk.page().pdf(),
                text,
                embedded.embedding().toBytes());
    }
}
