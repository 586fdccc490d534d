package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.Rankings;
import dev.andon.knowledge.retrieval.Rankings.Place;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Runs the searches of [SqliteRetriever] one by one. Only for measuring: no turn passes here.
///
/// @param embedder of questions
/// @param vectors searches the vectors of this embedder
public record SearchParts(Database database, Embedder embedder, VectorSearch vectors) {
    /// The best passages of each search.
    public Rankings rank(Question question) {
        Embedding vector = embedder.embedQuery(question.text());
        return database.read(transaction -> rank(transaction, question, vector));
    }

    /// The ids of the best passages by the question's words alone, best first, and nothing else.
    public static List<Long> byWords(Transaction moment, Question question) {
        try {
            Scope scope = Scope.of(moment, question.models());
            QuestionTerms terms = QuestionTerms.of(moment, question, scope);
            return new SqliteKeywordSearch(moment).search(terms, scope, Retriever.CANDIDATES_MAX);
        } catch (SQLException e) {
            throw moment.failure(e);
        }
    }

    /// The row ids of all manuals that may answer.
    public static Set<Long> manuals(Transaction moment) {
        try {
            return Scope.of(moment, List.of()).ids();
        } catch (SQLException e) {
            throw moment.failure(e);
        }
    }

    private Rankings rank(Transaction transaction, Question question, Embedding vector)
            throws SQLException {
        Searches searches =
                Searches.run(
                        transaction,
                        Scope.of(transaction, question.models()),
                        question,
                        vector,
                        vectors);
        return new Rankings(
                places(transaction, searches.byWords()),
                places(transaction, searches.byVectors()),
                places(transaction, Searches.ids(searches.fused())));
    }

    private List<Place> places(Transaction transaction, List<Long> ids) throws SQLException {
        List<Long> best = ids.stream().limit(Retriever.PASSAGES_MAX).toList();
        Map<Long, FoundPassage> rows = FoundPassage.read(transaction, best, embedder.fingerprint());
        return best.stream().map(rows::get).map(row -> new Place(row.path(), row.page())).toList();
    }
}
