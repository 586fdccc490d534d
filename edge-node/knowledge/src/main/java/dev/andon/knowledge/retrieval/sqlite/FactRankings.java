package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.corpus.sqlite.FactSearch;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Ranks passages by the facts that begin in them: those about the question's codes, and those that
/// have nearly all of its words. A fact with a few of the words says nothing of the passage that
/// the words themselves do not say, and would only crowd out what is no fact; docs/adr/0011 has the
/// figures.
record FactRankings(Transaction transaction, QuestionTerms terms, Scope scope) {
    /// Of the weight of the question's words.
    private static final double COVER_MIN = 0.8;

    /// The passages with a fact about one of the codes, best first.
    List<Long> about(int limit) throws SQLException {
        FactSearch facts = new FactSearch(transaction, scope.json());
        Set<Long> about = new LinkedHashSet<>();
        for (WrittenCode code : terms.codes()) {
            about.addAll(facts.about(code.canonical(), limit));
        }
        return about.stream().limit(limit).toList();
    }

    /// The passages with a fact that has most of the words, best first.
    List<Long> withMostWords(int limit) throws SQLException {
        Map<String, Double> words = new LinkedHashMap<>();
        terms.searchable().stream()
                .filter(term -> !term.match().isEmpty())
                .forEach(term -> words.put(term.match(), term.weight()));
        double worthMin = COVER_MIN * terms.weightOfAll();
        double worth = words.values().stream().mapToDouble(Double::doubleValue).sum();
        return worth < worthMin
                ? List.of()
                : new FactSearch(transaction, scope.json()).withWords(words, worthMin, limit);
    }
}
