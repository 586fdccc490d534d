package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.WordFile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How questions are asked in each language, of `questions-LANGUAGE.txt`; nothing in a language
/// without such a file.
final class QuestionWords {
    private static final WordFile NONE = new WordFile(Map.of());

    private static final Map<Language, WordFile> FILES =
            Language.known().stream()
                    .collect(
                            Collectors.toMap(
                                    language -> language,
                                    language ->
                                            WordFile.read(
                                                    QuestionWords.class,
                                                    "questions-" + language.code() + ".txt")));

    private QuestionWords() {}

    /// The comparable words of a list in each language.
    static Map<Language, Set<String>> words(String list) {
        return ofEach(language -> language.content(file(language).words(list)));
    }

    /// A list of regular expressions as one, in each language.
    static Map<Language, Pattern> pattern(String list) {
        return ofEach(language -> file(language).pattern(list));
    }

    private static WordFile file(Language language) {
        return FILES.getOrDefault(language, NONE);
    }

    private static <T> Map<Language, T> ofEach(Function<Language, T> list) {
        Map<Language, T> each = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            each.put(language, list.apply(language));
        }
        return each;
    }
}
