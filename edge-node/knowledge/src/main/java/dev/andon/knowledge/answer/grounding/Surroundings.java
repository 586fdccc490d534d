package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.answer.grounding.Token.Kind;
import dev.andon.knowledge.retrieval.Passage;
import dev.andon.knowledge.retrieval.Question;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a sentence may say of a passage beside its own words: the names of its manual, machine,
/// page and section. Never a measure, and no word that has an opposite.
///
/// @param words comparable words
/// @param codes models, and numbers of pages and sections
record Surroundings(Passage passage, Set<String> words, Set<String> codes) {
    private static final Pattern REVISION =
            Pattern.compile(
                    "(?i)\\b(?:revision|rev\\.?|version|edition|issue)[ :]+([\\p{L}\\d.-]+)");
    private static final Pattern PAGE =
            Pattern.compile("(?i)\\b(?:pages?|p\\.|pp\\.)[ :]*([\\p{L}\\d.-]+)");

    Surroundings {
        words = Set.copyOf(words);
        codes = Set.copyOf(codes);
    }

    static Surroundings of(Passage passage, Question question) {
        Set<String> words = new HashSet<>();
        Set<String> codes = new HashSet<>();
        List<String> texts =
                List.of(
                        String.join(". ", passage.path()),
                        passage.manual().title(),
                        "revision manual page section table machine",
                        String.join(". ", passage.manual().models()),
                        String.join(" ", question.machineWords()));
        for (String text : texts) {
            add(text, words, codes);
        }
        codes.add(page(passage).toUpperCase(Locale.ROOT));
        words.add(revision(passage).toLowerCase(Locale.ROOT));
        return new Surroundings(passage, words, codes);
    }

    /// These, and the words of a caption.
    Surroundings with(String caption) {
        Set<String> moreWords = new HashSet<>(words);
        Set<String> moreCodes = new HashSet<>(codes);
        add(caption, moreWords, moreCodes);
        return new Surroundings(passage, moreWords, moreCodes);
    }

    boolean name(Token token) {
        return switch (token.kind()) {
            case WORD -> words.contains(token.comparable()) && !Lexicon.isPolar(token);
            case CODE -> codes.contains(token.comparable());
            case MEASURE -> false;
        };
    }

    /// Whether revisions and pages that a sentence names are those of the passage.
    boolean agreeWith(String sentence) {
        return agree(REVISION.matcher(sentence), revision(passage))
                && agree(PAGE.matcher(sentence), page(passage));
    }

    /// As the page prints it, else its place in the file.
    private static String page(Passage passage) {
        String printed = passage.page().printed();
        return printed == null ? String.valueOf(passage.page().pdf()) : printed;
    }

    private static String revision(Passage passage) {
        return Objects.requireNonNullElse(passage.manual().revision(), "");
    }

    private static boolean agree(Matcher named, String right) {
        while (named.find()) {
            String name = named.group(1).replaceAll("[.-]+$", "");
            if (!name.equalsIgnoreCase(right)) {
                return false;
            }
        }
        return true;
    }

    private static void add(String text, Set<String> words, Set<String> codes) {
        for (Token token : Wording.of(text).tokens()) {
            if (token.kind() == Kind.WORD) {
                words.add(token.comparable());
            } else if (token.kind() == Kind.CODE) {
                codes.add(token.comparable());
            }
        }
    }
}
