package dev.andon.node.stt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// British and American spellings are one word: `labeller` and `labeler`, `litre` and `liter`.
///
/// The American spelling serves as the common key. A rule may respell a word that has no American
/// twin; the key then matches nothing, which does no harm.
public final class Spelling {
    private static final Words WORDS = Words.read();

    /// `-ise`, `-yse` and what is built on them.
    private static final Pattern ISE =
            Pattern.compile(
                    "(.*[a-z][aeiouy].*|.*[aeiouy][a-z].*)([iy])s(e[drs]?|ers|ing|ations?)");

    /// A doubled `l` after an unstressed vowel: `labelled`, `modelling`, `signaller`.
    private static final Pattern DOUBLED_L =
            Pattern.compile("(.*[aeiouy].*(?:el|al))l(ed|er|ers|ing|ings)");

    private Spelling() {}

    /// The American spelling of a word; the word itself if it has only one.
    public static String american(String word) {
        String whole = WORDS.american().get(word);
        if (whole != null) {
            return whole;
        }
        return WORDS.unchanged().contains(word) ? word : byRule(withAmericanEnding(word));
    }

    private static String byRule(String word) {
        var ise = ISE.matcher(word);
        if (ise.matches()) {
            return ise.group(1) + ise.group(2) + "z" + ise.group(3);
        }
        var doubled = DOUBLED_L.matcher(word);
        return doubled.matches() ? doubled.group(1) + doubled.group(2) : word;
    }

    private static String withAmericanEnding(String word) {
        for (var ending : WORDS.endings().entrySet()) {
            if (word.endsWith(ending.getKey())) {
                return word.substring(0, word.length() - ending.getKey().length())
                        + ending.getValue();
            }
        }
        return word;
    }

    /// What `spelling.txt` says.
    private record Words(
            Map<String, String> american, Map<String, String> endings, Set<String> unchanged) {
        static Words read() {
            Words words = new Words(new HashMap<>(), new HashMap<>(), new HashSet<>());
            for (String line : lines()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    words.add(line.strip().split("\\s+"));
                }
            }
            return words;
        }

        private void add(String[] columns) {
            if (columns.length == 1) {
                unchanged.add(columns[0]);
            } else if (columns[0].startsWith("-")) {
                endings.put(columns[0].substring(1), columns[1].substring(1));
            } else {
                american.put(columns[0], columns[1]);
            }
        }

        private static List<String> lines() {
            try (var in = Spelling.class.getResourceAsStream("spelling.txt")) {
                if (in == null) {
                    throw new IllegalStateException("spelling.txt is missing from the jar");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
