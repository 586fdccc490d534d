package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.corpus.words.Compounds;
import dev.andon.knowledge.corpus.words.Stemming;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.StopWords;
import dev.andon.knowledge.store.Transaction;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a question that it can be answered by, rarest first, and its codes.
///
/// @param terms that some passage has, and all codes: at most [#TERMS_MAX], rarest first
/// @param weightOfAll of the question's words and codes, those included that no passage has
/// @param codes longest first
/// @param frequentFrom so many passages make a word too frequent to search by
record QuestionTerms(
        List<Term> terms, double weightOfAll, List<WrittenCode> codes, int frequentFrom) {
    /// A longer question is cut to its rarest terms.
    static final int TERMS_MAX = 24;

    /// Different words of a question that are looked at, first come first.
    static final int WORDS_MAX = 512;

    /// Characters of a question that are looked at: some 10,000 words.
    static final int CHARS_MAX = 80_000;

    /// In a small library no word is frequent.
    static final int FREQUENT_MIN = 1_000;

    /// Passages that are ranked for one question, counted once a term: some 4 ms.
    static final int RANKED_MAX = 5_000;

    /// Beyond this share of the passages a word finds nothing and costs most.
    private static final double FREQUENT_SHARE = 0.1;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    static QuestionTerms of(Transaction transaction, Question question, Scope scope)
            throws SQLException {
        int passages = transaction.only("select count(*) from passage", row -> row.getInt(1));
        int frequentFrom =
                Math.clamp((int) (passages * FREQUENT_SHARE), FREQUENT_MIN, RANKED_MAX + 1);
        String text = question.text();
        String read = AskedCodes.withScrews(text.substring(0, Math.min(text.length(), CHARS_MAX)));
        List<WrittenCode> codes = new AskedCodes(transaction, scope).of(read);
        List<Term> terms = new ArrayList<>();
        WordForms forms = WordForms.of(question.language(), scope);
        Counter counter = new Counter(transaction, forms, passages, frequentFrom);
        for (WrittenCode code : codes) {
            terms.add(counter.code(code));
        }
        for (String word : words(withoutCodes(read, codes), StopWords.of(question.language()))) {
            terms.addAll(counter.word(word));
        }
        double weightOfAll = terms.stream().mapToDouble(Term::weight).sum();
        List<Term> rarest =
                terms.stream()
                        .filter(term -> term.passages() > 0 || term.code() != null)
                        .sorted(Comparator.comparingInt(Term::passages))
                        .limit(TERMS_MAX)
                        .toList();
        return new QuestionTerms(rarest, weightOfAll, codes, frequentFrom);
    }

    /// Those that are worth searching, rarest first: not frequent ones, and no more than the
    /// passages that have them can be ranked in time; the rarest in any case.
    List<Term> searchable() {
        List<Term> searchable = new ArrayList<>();
        int ranked = 0;
        for (Term term : terms) {
            ranked += term.passages();
            boolean frequent = term.passages() >= frequentFrom || ranked > RANKED_MAX;
            if (frequent && !searchable.isEmpty()) {
                break;
            }
            searchable.add(term);
        }
        return searchable;
    }

    private static String withoutCodes(String text, List<WrittenCode> codes) {
        String rest = text;
        for (WrittenCode code : codes) {
            rest = rest.replace(code.written(), " ");
        }
        return rest;
    }

    private static Set<String> words(String text, Set<String> stopWords) {
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(word -> !stopWords.contains(word))
                .takeWhile(_ -> words.size() < WORDS_MAX)
                .forEach(words::add);
        return words;
    }

    /// Counts how many passages have a term, no further than it matters.
    private record Counter(
            Transaction transaction, WordForms forms, int passages, int frequentFrom) {
        /// A German compound that no passage has is searched by its parts.
        List<Term> word(String word) throws SQLException {
            Term whole = term(forms.match(word));
            if (whole.passages() > 0 || forms.asked() != Stemming.GERMAN) {
                return List.of(whole);
            }
            List<Term> parts = new ArrayList<>();
            for (String stem : Stemming.GERMAN.stems(word)) {
                for (String part : new Compounds(this::isWord).parts(stem)) {
                    parts.add(term(forms.matchStem(part, Stemming.GERMAN)));
                }
            }
            return parts.isEmpty() ? List.of(whole) : parts;
        }

        Term code(WrittenCode code) throws SQLException {
            int count =
                    count(
                            "select 1 from passage_code where canonical = ? limit ?",
                            code.canonical());
            return new Term(forms.match(code.written()), code.canonical(), count, weight(count));
        }

        private boolean isWord(String stem) {
            try {
                return term(forms.matchStem(stem, Stemming.GERMAN)).passages() > 0;
            } catch (SQLException e) {
                throw transaction.failure(e);
            }
        }

        private Term term(String match) throws SQLException {
            int count =
                    match.isEmpty()
                            ? 0
                            : count(
                                    "select 1 from passage_words where passage_words match ?"
                                            + " limit ?",
                                    match);
            return new Term(match, null, count, weight(count));
        }

        private int count(String select, String value) throws SQLException {
            return transaction.only(
                    "select count(*) from (" + select + ")",
                    row -> row.getInt(1),
                    value,
                    frequentFrom);
        }

        /// A word that no passage has weighs like the rarest.
        private double weight(int count) {
            return Math.log(1 + (passages + 1.0) / Math.max(count, 1));
        }
    }
}
