package dev.andon.knowledge.answer.words;

import dev.andon.knowledge.corpus.words.Stemming;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A language that questions and manuals are in: which of its words have content, and which forms
/// are one word. The lists are those of `words-LANGUAGE.txt`.
public enum Language {
    /// Light endings of its own: two words taken for one would quote the wrong row.
    ENGLISH("en") {
        @Override
        String stem(String word) {
            return EnglishStem.of(Words.plain(word));
        }
    },
    FRENCH("fr") {
        @Override
        String stem(String word) {
            return super.stem(FrenchEndings.infinitive(composed(word)));
        }
    },
    /// Parts of its compounds are words, too.
    GERMAN("de") {
        @Override
        public Set<String> parts(String stem, Collection<String> known) {
            Set<String> parts = new LinkedHashSet<>();
            GermanParts.of(stem, known).forEach(part -> parts.add(comparable(part)));
            return parts;
        }
    },
    /// Any other: words are compared as they are written.
    OTHER("xx");

    /// The comparable form of these in every language.
    private static final String MAXIMUM = "maximum";

    private static final String MINIMUM = "minimum";

    private static final Pattern PARTS = Pattern.compile("[-–./,]");

    private final String code;
    private final WordFile file;
    private final Set<String> functionWords;
    private final Map<String, String> synonyms = new HashMap<>();
    private final Pattern most;
    private final Pattern least;

    Language(String code) {
        this.code = code;
        this.file =
                code.equals("xx")
                        ? new WordFile(Map.of())
                        : WordFile.read(Language.class, "words-" + code + ".txt");
        this.functionWords =
                file.words("function").stream()
                        .map(Words::plain)
                        .collect(Collectors.toUnmodifiableSet());
        this.most = file.pattern("most");
        this.least = file.pattern("least");
        file.lines("synonyms").forEach(this::addSynonyms);
    }

    /// The language of a BCP 47 code; English where nobody knows it.
    public static Language of(@Nullable String bcp47) {
        String language = bcp47 == null ? "" : Locale.forLanguageTag(bcp47).getLanguage();
        return switch (language) {
            case "", "und", "en" -> ENGLISH;
            case "fr" -> FRENCH;
            case "de" -> GERMAN;
            default -> OTHER;
        };
    }

    /// Those with lists of words.
    public static List<Language> known() {
        return Arrays.stream(values()).filter(language -> language != OTHER).toList();
    }

    /// BCP 47; `xx` for any other.
    public String code() {
        return code;
    }

    /// The comparable words of a text, in order, without those of no content and without tokens
    /// that hold a digit.
    public Set<String> content(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String token : Words.tokens(text)) {
            for (String part : PARTS.split(token)) {
                if (part.length() > 1 && !Words.hasDigit(part) && !isFunctionWord(part)) {
                    words.add(comparable(part));
                }
            }
        }
        return words;
    }

    /// The same of a text that is searched for an answer: with the words that its compounds are
    /// made of, and with `maximum` where it says `at most`.
    Set<String> told(String text) {
        Set<String> words = content(text);
        List.copyOf(words).forEach(word -> words.addAll(parts(word, Set.of())));
        if (most.matcher(text).find()) {
            words.add(MAXIMUM);
        }
        if (least.matcher(text).find()) {
            words.add(MINIMUM);
        }
        return words;
    }

    /// The comparable words of all of these.
    public Set<String> content(Collection<String> words) {
        return content(String.join(" ", words));
    }

    /// One word in comparable form.
    public String comparable(String word) {
        String synonym = synonyms.get(Words.plain(word));
        if (synonym != null) {
            return synonym;
        }
        String stem = stem(word);
        return synonyms.getOrDefault(stem, stem);
    }

    /// Whether a word has no content.
    public boolean isFunctionWord(String word) {
        return functionWords.contains(Words.plain(word));
    }

    WordFile file() {
        return file;
    }

    /// The words that a compound is made of, the hindmost first; none for what is no compound.
    ///
    /// @param known comparable words that may be among them, beside the commonest of machines
    public Set<String> parts(String comparable, Collection<String> known) {
        return Set.of();
    }

    String stem(String word) {
        List<String> stems = Stemming.of(code).stems(composed(word));
        return stems.isEmpty() ? Words.plain(word) : stems.getFirst();
    }

    private static String composed(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private void addSynonyms(String line) {
        String[] words = line.split("\\s+");
        String first = Words.plain(words[0]);
        for (String word : words) {
            boolean exact = word.startsWith("=");
            synonyms.put(Words.plain(exact ? word.substring(1) : word), first);
            if (!exact) {
                synonyms.put(stem(word), first);
            }
        }
    }
}
