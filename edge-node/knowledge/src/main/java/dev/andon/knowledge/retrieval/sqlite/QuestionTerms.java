package dev.andon.knowledge.retrieval.sqlite;

import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.retrieval.Question;
import dev.andon.knowledge.retrieval.StopWords;
import dev.andon.knowledge.store.Transaction;

import org.jspecify.annotations.Nullable;

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

    /// Codes that one question may hold; more are not looked up.
    static final int CODES_MAX = 12;

    /// Different words of a question that are looked at, first come first.
    static final int WORDS_MAX = 512;

    /// Characters of a question that are looked at: some 10,000 words.
    static final int CHARS_MAX = 80_000;

    /// In a small library no word is frequent.
    static final int FREQUENT_MIN = 1_000;

    /// Beyond this share of the passages a word finds nothing and costs most.
    private static final double FREQUENT_SHARE = 0.1;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    static QuestionTerms of(Transaction transaction, Question question) throws SQLException {
        int passages = transaction.only("select count(*) from passage", row -> row.getInt(1));
        int frequentFrom = Math.max(FREQUENT_MIN, (int) (passages * FREQUENT_SHARE));
        String text = question.text();
        String read = text.substring(0, Math.min(text.length(), CHARS_MAX));
        List<WrittenCode> codes = codes(read);
        List<Term> terms = new ArrayList<>();
        Counter counter = new Counter(transaction, passages, frequentFrom);
        for (WrittenCode code : codes) {
            terms.add(counter.code(code));
        }
        for (String word : words(withoutCodes(read, codes), StopWords.of(question.language()))) {
            terms.add(counter.word(word));
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

    /// Those that are worth searching: not frequent ones, unless there are no others.
    List<Term> searchable() {
        List<Term> rare = terms.stream().filter(term -> term.passages() < frequentFrom).toList();
        return rare.isEmpty() ? terms.subList(0, Math.min(1, terms.size())) : rare;
    }

    /// Longest first; a code that is a part of a longer one is left to it.
    private static List<WrittenCode> codes(String text) {
        List<WrittenCode> kept = new ArrayList<>();
        WrittenCode.in(text).stream()
                .sorted(
                        Comparator.comparingInt((WrittenCode c) -> c.canonical().length())
                                .reversed())
                .filter(code -> kept.stream().noneMatch(longer -> isPart(code, longer)))
                .limit(CODES_MAX)
                .forEach(kept::add);
        return List.copyOf(kept);
    }

    private static boolean isPart(WrittenCode code, WrittenCode longer) {
        return longer.canonical().equals(code.canonical())
                || (longer.written().contains(code.written())
                        && !longer.written().equals(code.written()));
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
    private record Counter(Transaction transaction, int passages, int frequentFrom) {
        Term word(String word) throws SQLException {
            String match = quoted(word);
            return term(
                    match,
                    null,
                    count(
                            "select 1 from passage_words where passage_words match ? limit ?",
                            match));
        }

        Term code(WrittenCode code) throws SQLException {
            int count =
                    count(
                            "select 1 from passage_code where canonical = ? limit ?",
                            code.canonical());
            return term(quoted(code.written()), code.canonical(), count);
        }

        private int count(String select, String value) throws SQLException {
            return transaction.only(
                    "select count(*) from (" + select + ")",
                    row -> row.getInt(1),
                    value,
                    frequentFrom);
        }

        /// A word that no passage has weighs like the rarest.
        private Term term(String match, @Nullable String code, int count) {
            double weight = Math.log(1 + (passages + 1.0) / Math.max(count, 1));
            return new Term(match, code, count, weight);
        }
    }

    /// An FTS5 string; FTS5 cuts it into tokens as it cut the passages.
    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
