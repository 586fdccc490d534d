package dev.andon.knowledge.answer.words;

import dev.andon.knowledge.corpus.Manual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Compares the words of a question with those of a manual, which may be in another language.
///
/// Where two languages cannot be compared word by word, nothing says that a passage is about what
/// was asked: a word that the glossary does not have is missing, and the question is refused.
public final class Glossary {
    /// French words and the English ones that they may stand for, of `glossary-fr.txt`.
    private static final Glossary FRENCH_ENGLISH = new Glossary();

    private final Map<String, Set<String>> english = new HashMap<>();
    private final Map<String, Set<String>> french = new HashMap<>();

    private Glossary() {
        for (String line : WordFile.read(Glossary.class, "glossary-fr.txt").lines("french")) {
            String[] sides = line.split(" = ");
            Set<String> meanings = Language.ENGLISH.content(sides[1]);
            for (String word : Language.FRENCH.content(sides[0])) {
                english.computeIfAbsent(word, _ -> new HashSet<>()).addAll(meanings);
                meanings.forEach(
                        each -> french.computeIfAbsent(each, _ -> new HashSet<>()).add(word));
            }
        }
    }

    /// The comparable words of a text of a manual as a question in this language would have them:
    /// with all that they may stand for, and the manual's own.
    public static Set<String> content(Language asked, Manual manual, String text) {
        Language written = written(asked, manual);
        Set<String> words = written.told(text);
        if (written == asked) {
            return words;
        }
        Set<String> all = new HashSet<>(words);
        words.forEach(word -> all.addAll(FRENCH_ENGLISH.meanings(word, written, asked)));
        Words.tokens(text).stream()
                .filter(token -> !written.isFunctionWord(token))
                .forEach(token -> all.addAll(asked.content(token)));
        return all;
    }

    /// Whether a manual is known to be in another language than a question.
    public static boolean isForeign(Language asked, Manual manual) {
        return written(asked, manual) != asked;
    }

    /// Whether a word stands in the glossary on the side of this language.
    static boolean knows(Language language, String word) {
        String comparable = language.comparable(word);
        return switch (language) {
            case ENGLISH -> FRENCH_ENGLISH.french.containsKey(comparable);
            case FRENCH -> FRENCH_ENGLISH.english.containsKey(comparable);
            case GERMAN, OTHER -> false;
        };
    }

    /// A manual whose language nobody knows is read as the question is.
    private static Language written(Language asked, Manual manual) {
        return manual.language() == null ? asked : Language.of(manual.language());
    }

    private Set<String> meanings(String word, Language from, Language to) {
        if (from == Language.FRENCH && to == Language.ENGLISH) {
            return english.getOrDefault(word, Set.of());
        }
        return from == Language.ENGLISH && to == Language.FRENCH
                ? french.getOrDefault(word, Set.of())
                : Set.of();
    }
}
