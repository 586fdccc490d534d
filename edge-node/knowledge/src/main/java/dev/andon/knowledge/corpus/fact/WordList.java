package dev.andon.knowledge.corpus.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One list of `words.properties`: the phrases that mean the same to the extraction, in every
/// language that it reads.
///
/// @param alternatives a regular expression of the phrases, the longest first, whole words
record WordList(String alternatives) {
    private static final Properties LISTS = load();
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /// The list of a key.
    static WordList of(String key) {
        return new WordList(
                Stream.of(phrases(key))
                        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                        .map(WordList::expression)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")")));
    }

    /// The phrases of a key as the file has them.
    static String[] phrases(String key) {
        String phrases = LISTS.getProperty(key);
        if (phrases == null) {
            throw new IllegalStateException("words.properties has no list " + key);
        }
        return phrases.strip().split("\\s*;\\s*");
    }

    /// Finds the phrases anywhere in a text.
    Pattern anywhere() {
        return Pattern.compile(alternatives, FLAGS);
    }

    /// Finds a phrase at the beginning of a text.
    Pattern first() {
        return Pattern.compile("^" + alternatives, FLAGS);
    }

    /// Finds a text that is one of the phrases.
    Pattern whole() {
        return Pattern.compile("^" + alternatives + "$", FLAGS);
    }

    /// A phrase that ends with a letter ends where its word does.
    private static String expression(String phrase) {
        String quoted =
                Stream.of(phrase.split("\\*", -1))
                        .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                        .collect(Collectors.joining("\\p{L}*"));
        char last = phrase.charAt(phrase.length() - 1);
        return Character.isLetterOrDigit(last) ? quoted + "(?![\\p{L}\\p{N}])" : quoted;
    }

    private static Properties load() {
        try (InputStream in = WordList.class.getResourceAsStream("words.properties")) {
            if (in == null) {
                throw new IllegalStateException("no words.properties beside " + WordList.class);
            }
            Properties lists = new Properties();
            lists.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
