package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.embed.Embedding;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.RankFusion;
import dev.andon.knowledge.retrieval.RankFusion.Fused;
import dev.andon.knowledge.retrieval.Retriever;
import dev.andon.knowledge.retrieval.VectorSearch;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.List;

/// What each search gave for one question at one moment, and all of them fused.
///
/// @param byWords ids, best first, as the next one
/// @param fused best first, those in another language than the question's behind
record Searches(
        Scope scope,
        QuestionTerms terms,
        List<Long> byWords,
        List<Long> byVectors,
        List<Fused> fused) {

    static Searches run(
            Transaction transaction,
            Scope scope,
            Question question,
            Embedding vector,
            VectorSearch vectors)
            throws SQLException {
        int limit = Retriever.CANDIDATES_MAX;
        QuestionTerms terms = QuestionTerms.of(transaction, question, scope);
        List<Long> byWords = new SqliteKeywordSearch(transaction).search(terms, scope, limit);
        List<Long> byVectors =
                vectors.nearest(transaction, vector, scope.ids(), limit).stream()
                        .map(VectorSearch.Neighbour::passage)
                        .toList();
        List<Long> byBoth = ids(RankFusion.fuse(List.of(byWords, byVectors)));
        List<Long> byCodes =
                new CodeSearch(transaction, byBoth).search(terms.codes(), scope, limit);
        // Every further search is one more ranking here.
        List<Fused> fused = RankFusion.fuse(List.of(byWords, byVectors, byCodes));
        return new Searches(
                scope, terms, byWords, byVectors, scope.preferring(question.language(), fused));
    }

    static List<Long> ids(List<Fused> ranking) {
        return ranking.stream().map(Fused::passage).toList();
    }
}
