package dev.andon.node.procedure;

import dev.andon.knowledge.answer.words.Glossary;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Manual;
import dev.andon.node.stt.Spelling;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The comparable words of a title, as a person who speaks this language would have them.
///
/// @param all with what they may stand for: as Americans spell them, without their hyphens
/// @param count of the title's own
record TitleWords(Set<String> all, int count) {
    private static final Pattern HYPHEN = Pattern.compile("(\\p{L})[-–](\\p{L})");

    static TitleWords of(Language asked, Manual manual, String title) {
        Set<String> all = new HashSet<>(Glossary.content(asked, manual, title));
        if (asked == Language.ENGLISH) {
            all.addAll(asked.content(american(title)));
        }
        Matcher hyphen = HYPHEN.matcher(title);
        if (hyphen.find()) {
            all.addAll(asked.content(hyphen.replaceAll("$1$2")));
        }
        return new TitleWords(all, asked.content(title).size());
    }

    /// The tokens of a text, the parts of hyphened words apart, small.
    static List<String> tokens(String text) {
        return Words.tokens(HYPHEN.matcher(text).replaceAll("$1 $2")).stream()
                .map(token -> token.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    static String american(String text) {
        List<String> words = tokens(text).stream().map(Spelling::american).toList();
        return String.join(" ", words);
    }

    /// Whether the title has a word in one of its forms, or one of the same root.
    boolean meet(Set<String> forms) {
        return forms.stream().anyMatch(form -> Words.isMetBy(form, all));
    }
}
