package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.Manual;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which of a question's terms stand in which of its passages.
///
/// @param found the terms that stand somewhere among the passages, and where
/// @param weightOfAll of the question, terms found nowhere included
record TermCover(List<Found> found, double weightOfAll) {
    /// A term and the passages that have it.
    record Found(Term term, Set<Long> passages) {}

    static TermCover of(Transaction transaction, QuestionTerms terms, Collection<Long> passages)
            throws SQLException {
        List<Found> found = new ArrayList<>();
        for (Term term : terms.terms()) {
            found.add(new Found(term, having(transaction, term, passages)));
        }
        return new TermCover(found, terms.weightOfAll());
    }

    /// The weight of the terms in this passage, as a share of all; 0 for a question without terms.
    ///
    /// A code in the manual's title or among its models counts: all of the manual is about it.
    double of(long passage, Manual manual) {
        Set<String> about = codesOf(manual);
        double covered = 0;
        for (Found each : found) {
            String code = each.term().code();
            if (each.passages().contains(passage) || (code != null && about.contains(code))) {
                covered += each.term().weight();
            }
        }
        return weightOfAll == 0 ? 0 : covered / weightOfAll;
    }

    /// Whether a code of the question stands in this passage itself.
    boolean hasCode(long passage) {
        return found.stream()
                .anyMatch(each -> each.term().code() != null && each.passages().contains(passage));
    }

    private static Set<String> codesOf(Manual manual) {
        Set<String> codes = new HashSet<>();
        String names = manual.title() + "\n" + String.join("\n", manual.models());
        WrittenCode.in(names).forEach(code -> codes.add(code.canonical()));
        return codes;
    }

    private static Set<Long> having(Transaction transaction, Term term, Collection<Long> passages)
            throws SQLException {
        String select =
                term.code() == null
                        ? """
                        select value from json_each(?) where exists (
                            select 1 from passage_words
                            where passage_words match ? and rowid = value)\
                        """
                        : """
                        select value from json_each(?) where exists (
                            select 1 from passage_code where passage = value and canonical = ?)\
                        """;
        return new HashSet<>(
                transaction.list(
                        select,
                        row -> row.getLong(1),
                        passages.toString(),
                        term.code() == null ? term.match() : term.code()));
    }
}
