package dev.andon.knowledge.answer.words;

import dev.andon.knowledge.corpus.Manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Compares the words of an English question with those of a manual in another language.
///
/// Where two languages cannot be compared word by word, nothing says that a passage is about what
/// was asked: a word that the glossary does not have is missing, and the question is refused.
public final class Glossary {
    /// Languages that have a glossary, each in the file `glossary-LANGUAGE.txt`.
    private static final Map<String, Glossary> BY_LANGUAGE = Map.of("fr", read("fr"));

    private static final Glossary NONE = new Glossary(Map.of());

    private final Map<String, Set<String>> english;

    private Glossary(Map<String, Set<String>> english) {
        this.english = english;
    }

    /// The glossary for manuals of a BCP 47 language; an empty one if there is none.
    static Glossary of(String language) {
        return BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), NONE);
    }

    /// The comparable words of a text of a manual, with the English ones that they may stand for.
    public static Set<String> content(Manual manual, String text) {
        Set<String> words = Words.content(text);
        return isForeign(manual)
                ? of(Objects.requireNonNull(manual.language())).withEnglish(words)
                : words;
    }

    /// Whether a manual is in another language than English.
    public static boolean isForeign(Manual manual) {
        String language = manual.language();
        return language != null && !Locale.forLanguageTag(language).getLanguage().equals("en");
    }

    /// Comparable words with the English ones that they may stand for.
    Set<String> withEnglish(Set<String> words) {
        Set<String> all = new HashSet<>(words);
        words.forEach(word -> all.addAll(english.getOrDefault(word, Set.of())));
        return all;
    }

    private static Glossary read(String language) {
        Map<String, Set<String>> english = new HashMap<>();
        for (String line : lines("glossary-" + language + ".txt")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] sides = line.split(" = ");
            for (String word : Words.content(sides[0])) {
                english.put(word, Words.content(sides[1]));
            }
        }
        return new Glossary(Map.copyOf(english));
    }

    private static List<String> lines(String name) {
        try (InputStream file = Glossary.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
