package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.Chunk;
import dev.andon.knowledge.corpus.EmbeddedChunk;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.List;

/// The rows of one manual in `passage`, `passage_words` and `passage_code`, within a transaction of
/// the caller.
///
/// @param manual its row
/// @param title counts as a heading above all others when words are searched
record PassageRows(Transaction transaction, long manual, String title) {
    /// Where a code stands, best first.
    private static final int IN_HEADING = 0;

    private static final int IN_PATH = 1;
    private static final int IN_TEXT = 2;

    void insert(EmbeddedChunk embedded) throws SQLException {
        Chunk chunk = embedded.chunk();
        String text = PassageText.render(chunk.blocks());
        long id = insertPassage(embedded, text);
        String above = String.join("\n", above(chunk.path()));
        transaction.update(
                "insert into passage_words (rowid, title, path, body) values (?, ?, ?, ?)",
                id,
                chunk.heading(),
                title + "\n" + above,
                text);
        insertCodes(id, chunk.heading(), IN_HEADING);
        insertCodes(id, above, IN_PATH);
        insertCodes(id, text, IN_TEXT);
    }

    private long insertPassage(EmbeddedChunk embedded, String text) throws SQLException {
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

    /// The first place wins, so the places come best first.
    private void insertCodes(long passage, String text, int place) throws SQLException {
        for (WrittenCode code : WrittenCode.in(text)) {
            transaction.update(
                    """
                    insert or ignore into passage_code (canonical, passage, written, place)
                    values (?, ?, ?, ?)\
                    """,
                    code.canonical(),
                    passage,
                    code.written(),
                    place);
        }
    }

    private static List<String> above(List<String> path) {
        return path.isEmpty() ? path : path.subList(0, path.size() - 1);
    }
}
