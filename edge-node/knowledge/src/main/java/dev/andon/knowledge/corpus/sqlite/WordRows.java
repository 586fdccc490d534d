package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.store.Transaction;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The rows of one manual in `passage_words` and `passage_code`, within a transaction of the
/// caller. They are derived from its rows in `passage` and can be made anew from them.
///
/// @param title counts as a heading above all others when words are searched
record WordRows(Transaction transaction, String title, @Nullable String language) {
    /// Counts the changes after which the same passage has other words or codes; those that an
    /// older version wrote are written anew when the index is opened.
    static final int VERSION = 1;

    /// Where a code stands, best first.
    private static final int IN_HEADING = 0;

    private static final int IN_PATH = 1;
    private static final int IN_TEXT = 2;

    /// Writes the words and codes of a manual anew, from its passages. Another program may have
    /// done it or forgotten the manual meanwhile.
    static int rewrite(Transaction transaction, long manual) throws SQLException {
        Optional<WordRows> rows =
                transaction.first(
                        "select title, language from manual where id = ? and words_version < ?",
                        row -> new WordRows(transaction, row.getString(1), row.getString(2)),
                        manual,
                        VERSION);
        if (rows.isEmpty()) {
            return 0;
        }
        String passages = " in (select id from passage where manual = ?)";
        transaction.update("delete from passage_words where rowid" + passages, manual);
        transaction.update("delete from passage_code where passage" + passages, manual);
        rows.get()
                .insert(
                        transaction.list(
                                "select id, path, text from passage where manual = ? order by id",
                                IndexedPassage::read,
                                manual));
        return transaction.update(
                "update manual set words_version = ? where id = ?", VERSION, manual);
    }

    void insert(List<IndexedPassage> passages) throws SQLException {
        IndexedWords words =
                IndexedWords.of(language, passages.stream().map(IndexedPassage::everything));
        for (IndexedPassage passage : passages) {
            insertWords(passage, words);
            insertCodes(passage.id(), passage.heading(), IN_HEADING);
            insertCodes(passage.id(), passage.above(), IN_PATH);
            insertCodes(passage.id(), passage.text(), IN_TEXT);
        }
    }

    private void insertWords(IndexedPassage passage, IndexedWords words) throws SQLException {
        transaction.update(
                "insert into passage_words (rowid, title, path, body, parts) values (?, ?, ?, ?,"
                        + " ?)",
                passage.id(),
                words.words(passage.heading()),
                words.words(title + "\n" + passage.above()),
                words.words(passage.text()),
                words.parts(passage.everything()));
    }

    /// The first place wins, so the places come best first.
    private void insertCodes(long passage, String text, int place) throws SQLException {
        for (WrittenCode code : WrittenCode.in(text)) {
            transaction.update(
                    """
                    insert or ignore into passage_code (canonical, passage, written, place, folded)
                    values (?, ?, ?, ?, ?)\
                    """,
                    code.canonical(),
                    passage,
                    code.written(),
                    place,
                    code.withoutZeros());
        }
    }
}
