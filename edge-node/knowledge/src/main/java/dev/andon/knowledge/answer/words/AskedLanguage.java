package dev.andon.knowledge.answer.words;

import dev.andon.knowledge.retrieval.StopWords;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells the language of a question by the words that carry its form, by its accents, and by words
/// of plants. Profiles of letters, which tell the language of a manual, need more text.
public final class AskedLanguage {
    private static final int ASKING_POINTS = 2;

    /// One article alone may be a name or a word of another language: `die` is a tool.
    private static final int POINTS_MIN = 2;

    private static final Map<Language, Pattern> LETTERS =
            Map.of(
                    Language.FRENCH, Pattern.compile("[àâçèéêëîïôùûœ]"),
                    Language.GERMAN, Pattern.compile("[äöüß]"));

    private static final Map<Language, Set<String>> ASKING =
            Language.known().stream()
                    .collect(
                            Collectors.toMap(
                                    language -> language,
                                    language -> Set.copyOf(language.file().words("asking"))));

    private AskedLanguage() {}

    /// The language of a question; empty where its words do not tell.
    public static Optional<Language> of(String question) {
        List<String> words =
                Words.tokens(question).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        Map<Language, Integer> points = new EnumMap<>(Language.class);
        Language.known().forEach(language -> points.put(language, points(language, words)));
        int best = points.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Language> leading =
                points.entrySet().stream()
                        .filter(each -> each.getValue() == best)
                        .map(Map.Entry::getKey)
                        .toList();
        return best >= POINTS_MIN && leading.size() == 1
                ? Optional.of(leading.getFirst())
                : Optional.empty();
    }

    private static int points(Language language, List<String> words) {
        Predicate<String> asking = ASKING.getOrDefault(language, Set.of())::contains;
        Predicate<String> form = StopWords.of(language.code())::contains;
        Pattern letters = LETTERS.get(language);
        int points = 0;
        for (String word : words) {
            boolean written = letters != null && letters.matcher(word).find();
            boolean known = form.test(word) || Glossary.knows(language, word);
            points += asking.test(word) ? ASKING_POINTS : written || known ? 1 : 0;
        }
        return points;
    }
}
