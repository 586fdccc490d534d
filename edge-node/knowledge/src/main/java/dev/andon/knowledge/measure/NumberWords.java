package dev.andon.knowledge.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers in words: `one hundred and twenty`, `three point five`, `two and a half`, `zero zero
/// seven`; French and German ones from two to ninety-nine and with hundreds and thousands.
final class NumberWords {
    /// A run of number words.
    ///
    /// @param value null if the words make no number, as the digits of a code
    /// @param end behind its last word
    record Run(Optional<BigDecimal> value, int end) {}

    private static final Map<String, Integer> SMALL = new HashMap<>();
    private static final Map<String, Long> SCALES =
            Map.of(
                    "hundred",
                    100L,
                    "thousand",
                    1_000L,
                    "million",
                    1_000_000L,
                    "billion",
                    1_000_000_000L,
                    "cents",
                    100L,
                    "mille",
                    1_000L,
                    "hundert",
                    100L,
                    "tausend",
                    1_000L);
    private static final Map<String, Integer> PARTS = new HashMap<>();
    private static final List<String> ORDINALS =
            List.of(
                    ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
                         + " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
                         + " eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth"
                         + " seventieth eightieth ninetieth hundredth thousandth")
                            .split(" "));

    static {
        List<String> english =
                List.of(
                        ("zero one two three four five six seven eight nine ten eleven twelve"
                             + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
                                .split(" "));
        for (int i = 0; i < english.size(); i++) {
            SMALL.put(english.get(i), i);
        }
        List<String> tens =
                List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
        for (int i = 0; i < tens.size(); i++) {
            SMALL.put(tens.get(i), 10 * (i + 2));
        }
        SMALL.put("fourty", 40);
        SMALL.put("dozen", 12);
        ForeignNumberWords.addTo(SMALL);
        Map.of(
                        "half", 2, "halves", 2, "quarter", 4, "third", 3, "fifth", 5, "sixth", 6,
                        "eighth", 8)
                .forEach(PARTS::put);
        Map.of("tenth", 10, "twelfth", 12, "sixteenth", 16, "hundredth", 100, "thousandth", 1000)
                .forEach(PARTS::put);
        List.copyOf(PARTS.keySet()).forEach(part -> PARTS.put(part + "s", PARTS.get(part)));
    }

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern GAP = Pattern.compile("[ \u00a0]|-");

    private NumberWords() {}

    /// Whether a word of this beginning may be of a number: a digit, a number word, an ordinal.
    static boolean mayBegin(String text, int from) {
        if (from >= text.length()) {
            return false;
        }
        if (Character.isDigit(text.charAt(from))) {
            return true;
        }
        Matcher matcher = WORD.matcher(text).region(from, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        String word = matcher.group().toLowerCase(Locale.ROOT);
        return SMALL.containsKey(word)
                || SCALES.containsKey(word)
                || PARTS.containsKey(word)
                || word.equals("a")
                || word.equals("an")
                || ORDINALS.stream().anyMatch(word::endsWith);
    }

    static boolean isOrdinal(String word) {
        return ORDINALS.contains(word.toLowerCase(Locale.ROOT));
    }

    /// The run of number words that begins here; empty if none does.
    static Optional<Run> at(String text, int from) {
        Walk walk = new Walk(text, from);
        return walk.run();
    }

    /// Reads word by word; `end` is behind the last word that belongs to the number.
    private static final class Walk {
        private final String text;
        private int end;
        private final List<String> words = new ArrayList<>();

        Walk(String text, int from) {
            this.text = text;
            this.end = from;
        }

        Optional<Run> run() {
            if (isArticleOfNumber()) {
                end = next("", end).orElseThrow().end();
                words.add("one");
            }
            collect();
            if (words.isEmpty()) {
                return partAlone();
            }
            if (ordinalFollows()) {
                return Optional.of(new Run(Optional.empty(), end));
            }
            Optional<BigDecimal> value = Cardinal.of(words, SMALL, SCALES).map(BigDecimal::valueOf);
            return Optional.of(new Run(withFraction(value), end));
        }

        /// `a hundred`, `a dozen`, `a quarter`, `half a`: the article counts.
        private boolean isArticleOfNumber() {
            Optional<Word> article = next("", end);
            if (article.isEmpty() || !article.get().text().matches("an?")) {
                return false;
            }
            String word = next(" ", article.get().end()).map(Word::text).orElse("");
            return SCALES.containsKey(word)
                    || word.equals("dozen")
                    || word.startsWith("quarter")
                    || word.equals("half");
        }

        private void collect() {
            boolean more = true;
            while (more) {
                Optional<Word> word = next(words.isEmpty() ? "" : "gap", end);
                more = word.isPresent() && (isNumber(word.get().text()) || isAnd(word.get()));
                if (more) {
                    end = word.orElseThrow().end();
                    words.add(word.orElseThrow().text());
                }
            }
        }

        private static boolean isNumber(String word) {
            return SMALL.containsKey(word) || SCALES.containsKey(word);
        }

        /// The `and` of `one hundred and twenty`.
        private boolean isAnd(Word word) {
            return word.text().equals("and")
                    && !words.isEmpty()
                    && SCALES.containsKey(words.getLast())
                    && next(" ", word.end()).filter(w -> SMALL.containsKey(w.text())).isPresent()
                    && !partFollows(word.end());
        }

        /// The `and` before one half is of a mixed number.
        private boolean partFollows(int from) {
            return next(" ", from)
                    .flatMap(word -> next(" ", word.end()))
                    .filter(word -> PARTS.containsKey(word.text()))
                    .isPresent();
        }

        /// `twenty first` is no quantity; but `three eighths` is one, and `one second` has a unit.
        private boolean ordinalFollows() {
            Optional<Word> word = next("gap", end);
            boolean tens = SMALL.getOrDefault(words.getLast(), 0) >= 20;
            boolean ordinal =
                    word.isPresent()
                            && isOrdinal(word.get().text())
                            && (tens || !PARTS.containsKey(word.get().text()))
                            && !word.get().text().equals("second");
            if (ordinal) {
                end = word.orElseThrow().end();
            }
            return ordinal;
        }

        private Optional<BigDecimal> withFraction(Optional<BigDecimal> value) {
            Optional<Word> word = next("gap", end);
            String text = word.map(Word::text).orElse("");
            if (value.isEmpty()) {
                return value;
            }
            return switch (text) {
                case "point", "virgule", "komma" -> withDecimals(value.get(), word.orElseThrow());
                case "and" -> withMixed(value.get(), word.orElseThrow());
                default -> {
                    Integer part = PARTS.get(text);
                    if (part == null) {
                        yield value;
                    }
                    end = word.orElseThrow().end();
                    yield Optional.of(over(value.get(), part));
                }
            };
        }

        private Optional<BigDecimal> withDecimals(BigDecimal whole, Word point) {
            StringBuilder decimals = new StringBuilder();
            int last = point.end();
            Optional<Word> digit = next("gap", last);
            while (digit.isPresent() && SMALL.containsKey(digit.get().text())) {
                decimals.append(SMALL.get(digit.get().text()));
                last = digit.get().end();
                digit = next("gap", last);
            }
            if (decimals.isEmpty()) {
                return Optional.of(whole);
            }
            end = last;
            boolean chain = digit.filter(w -> w.text().equals("point")).isPresent();
            return chain
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(whole.toPlainString() + "." + decimals));
        }

        /// `two and a half`, `one and three quarters`.
        private Optional<BigDecimal> withMixed(BigDecimal whole, Word and) {
            Optional<Word> over = next("gap", and.end());
            Optional<Word> under = over.flatMap(word -> next("gap", word.end()));
            Integer part = under.map(word -> PARTS.get(word.text())).orElse(null);
            if (part == null) {
                return Optional.of(whole);
            }
            String count = over.orElseThrow().text();
            Integer number = count.matches("an?") ? Integer.valueOf(1) : SMALL.get(count);
            if (number == null) {
                return Optional.of(whole);
            }
            end = under.orElseThrow().end();
            return Optional.of(whole.add(over(BigDecimal.valueOf(number), part)));
        }

        /// `half a turn`, `quarter turn`.
        private Optional<Run> partAlone() {
            Optional<Word> word = next("", end);
            String part = word.map(Word::text).orElse("");
            if (!part.equals("half") && !part.equals("quarter")) {
                return Optional.empty();
            }
            int last = word.orElseThrow().end();
            Optional<Word> article = next(" ", last).filter(w -> w.text().matches("an?"));
            BigDecimal value = over(BigDecimal.ONE, part.equals("half") ? 2 : 4);
            return Optional.of(new Run(Optional.of(value), article.map(Word::end).orElse(last)));
        }

        private static BigDecimal over(BigDecimal numerator, int denominator) {
            return Figures.over(numerator, BigDecimal.valueOf(denominator));
        }

        private Optional<Word> next(String gap, int from) {
            int start = from;
            if (!gap.isEmpty()) {
                Matcher blank = GAP.matcher(text).region(from, text.length());
                if (!blank.lookingAt()) {
                    return Optional.empty();
                }
                start = blank.end();
            }
            Matcher word = WORD.matcher(text).region(start, text.length());
            return word.lookingAt()
                    ? Optional.of(new Word(word.group().toLowerCase(Locale.ROOT), word.end()))
                    : Optional.empty();
        }
    }

    private record Word(String text, int end) {}
}
