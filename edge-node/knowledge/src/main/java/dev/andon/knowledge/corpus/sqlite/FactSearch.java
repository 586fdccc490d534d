package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.List;

/// Finds passages by the facts that begin in them.
///
/// @param transaction the moment that is searched
/// @param manuals the row ids of those that may answer, a JSON array
public record FactSearch(Transaction transaction, String manuals) {
    /// A subject's words count more than those of its conditions, causes or steps.
    private static final String RANK = "bm25(fact_words, 4.0, 1.0)";

    /// The passages with a fact about exactly this, values and faults before procedures.
    ///
    /// @param canonical [dev.andon.knowledge.corpus.WrittenCode#canonical] of a code or subject
    public List<Long> about(String canonical, int limit) throws SQLException {
        return transaction.list(
                """
                select passage from fact
                where search_key = ? and kind <> 'NOTICE'
                    and manual in (select value from json_each(?))
                group by passage order by min(kind = 'PROCEDURE'), min(id) limit ?\
                """,
                row -> row.getLong(1),
                canonical,
                manuals,
                limit);
    }

    /// The passages with facts that have the words, best first.
    ///
    /// @param match an FTS5 expression of words as [IndexedWords] writes them
    public List<Long> withWords(String match, int limit) throws SQLException {
        return transaction.list(
                """
                with found as materialized (
                    select rowid as id, %s as rank from fact_words where fact_words match ?
                )
                select f.passage from found join fact f on f.id = found.id
                where f.manual in (select value from json_each(?))
                group by f.passage order by min(found.rank), f.passage limit ?\
                """
                        .formatted(RANK),
                row -> row.getLong(1),
                match,
                manuals,
                limit);
    }
}
