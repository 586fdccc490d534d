package dev.andon.knowledge.answer.candidate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What `how many` asks to be counted: without its number nothing answers.
///
/// @param language of the question
/// @param things the comparable words that name it, `motenc` and `board`
/// @param known numbers of the question itself, which answer nothing
public record Count(Language language, Set<String> things, Set<String> known) {
    /// Words of a number that stand between it and the thing, `8 isolated digital outputs`.
    private static final int APART_MAX = 3;

    /// `One` is an article as well.
    static final Set<String> NUMBERS =
            Set.of(
                    ("two three four five six seven eight nine ten eleven twelve sixteen twenty"
                         + " thirty sixty hundred thousand unlimited deux trois quatre cinq sept"
                         + " huit neuf dix douze zwei drei vier fünf sechs sieben acht neun zehn"
                         + " zwölf")
                            .split(" "));

    public Count {
        things = Set.copyOf(things);
        known = Set.copyOf(known);
    }

    /// What a question asks to be counted, if it does.
    public static Optional<Count> askedBy(Asked asked) {
        Set<String> things = asked.counted();
        Set<String> known =
                parts(asked.question().text()).filter(Words::hasDigit).collect(toUnmodifiableSet());
        return things.isEmpty()
                ? Optional.empty()
                : Optional.of(new Count(asked.language(), things, known));
    }

    /// Whether a candidate counts it: a number stands right before one of its words, or in a row
    /// whose words name it.
    public boolean isIn(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Sentence sentence -> isIn(sentence.text());
            case Candidate.Row row ->
                    isIn(row.quote())
                            || (row.cells().stream().anyMatch(this::isNumber)
                                    && things.stream()
                                            .anyMatch(language.content(row.quote())::contains));
            case Candidate.Steps _ -> false;
        };
    }

    private boolean isIn(String text) {
        List<String> words = parts(text).toList();
        for (int at = 0; at < words.size(); at++) {
            if (isNumber(words.get(at))) {
                int end = Math.min(words.size(), at + 1 + APART_MAX);
                boolean thing =
                        words.subList(at + 1, end).stream()
                                .map(language::comparable)
                                .anyMatch(word -> Words.isMetBy(word, things));
                if (thing) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNumber(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return NUMBERS.contains(plain) || (plain.matches("\\p{Nd}+") && !known.contains(plain));
    }

    private static Stream<String> parts(String text) {
        return Words.tokens(text).stream().flatMap(token -> Stream.of(token.split("[-–/,]")));
    }
}
