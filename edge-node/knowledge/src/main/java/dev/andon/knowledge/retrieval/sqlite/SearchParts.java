package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.Embedder;
import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.RankFusion;
import dev.andon.knowledge.retrieval.Rankings;
import dev.andon.knowledge.retrieval.Rankings.Place;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.store.Database;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

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

    private Rankings rank(Transaction transaction, Question question, Embedding vector)
            throws SQLException {
        int limit = Retriever.CANDIDATES_MAX;
        Scope scope = Scope.of(transaction, question.models());
        QuestionTerms terms = QuestionTerms.of(transaction, question, scope);
        List<Long> byWords = new SqliteKeywordSearch(transaction).search(terms, scope, limit);
        List<Long> byVectors =
                vectors.nearest(transaction, vector, scope.ids(), limit).stream()
                        .map(VectorSearch.Neighbour::passage)
                        .toList();
        List<Long> byBoth = fused(List.of(byWords, byVectors));
        List<Long> byCodes =
                new CodeSearch(transaction, byBoth).search(terms.codes(), scope, limit);
        return new Rankings(
                places(transaction, byWords),
                places(transaction, byVectors),
                places(transaction, fused(List.of(byWords, byVectors, byCodes))));
    }

    private static List<Long> fused(List<List<Long>> rankings) {
        return RankFusion.fuse(rankings).stream().map(RankFusion.Fused::passage).toList();
    }

    private List<Place> places(Transaction transaction, List<Long> ids) throws SQLException {
        List<Long> best = ids.stream().limit(Retriever.PASSAGES_MAX).toList();
        Map<Long, FoundPassage> rows = FoundPassage.read(transaction, best, embedder.fingerprint());
        return best.stream().map(rows::get).map(row -> new Place(row.path(), row.page())).toList();
    }
}
