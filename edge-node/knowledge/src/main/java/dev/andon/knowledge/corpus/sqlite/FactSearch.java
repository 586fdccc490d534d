package dev.andon.knowledge.corpus.sqlite;

import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Finds passages by the facts that begin in them.
///
/// @param transaction the moment that is searched
/// @param manuals the row ids of those that may answer, a JSON array
public record FactSearch(Transaction transaction, String manuals) {
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

    /// The passages with a fact that has nearly all of the words, those with most of them first.
    ///
    /// @param words what each is worth, by an FTS5 expression of words as [IndexedWords] writes
    ///     them
    /// @param worthMin of the words of a fact
    public List<Long> withWords(Map<String, Double> words, double worthMin, int limit)
            throws SQLException {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        words.forEach((match, worth) -> Collections.addAll(values, worth, match));
        Collections.addAll(values, worthMin, manuals, limit);
        String said =
                String.join(
                        " union all ",
                        Collections.nCopies(
                                words.size(),
                                "select rowid as id, ? as worth from fact_words"
                                        + " where fact_words match ?"));
        return transaction.list(
                """
                with said as (%s), found as (
                    select id, sum(worth) as worth from said group by id having sum(worth) >= ?
                )
                select f.passage from found join fact f on f.id = found.id
                where f.manual in (select value from json_each(?))
                group by f.passage order by max(found.worth) desc, f.passage limit ?\
                """
                        .formatted(said),
                row -> row.getLong(1),
                values.toArray());
    }
}
