package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
