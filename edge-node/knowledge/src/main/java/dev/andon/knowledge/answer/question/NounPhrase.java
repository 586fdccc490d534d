package dev.andon.knowledge.answer.question;

import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.answer.words.Words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The thing that a question is about, as it named it: up to [#WORDS_MAX] content words in a row
/// behind an article or a preposition. What is no such thing is better not repeated.
public final class NounPhrase {
    static final int WORDS_MAX = 4;

    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "my", "our", "this", "that");
    private static final Set<String> BEFORE = Set.of("of", "for", "to", "on", "in", "at", "with");

    private NounPhrase() {}

    /// The first such phrase of an English question that has one of these comparable words, with
    /// the article `the` if it had one.
    public static Optional<String> with(Set<String> words, Asked asked) {
        if (asked.isSymptom() || asked.language() != Language.ENGLISH) {
            return Optional.empty();
        }
        List<String> tokens = Words.tokens(asked.question().text());
        Set<String> machine = MachineMention.names(asked.question());
        for (int at = 1; at < tokens.size(); at++) {
            String before = tokens.get(at - 1).toLowerCase(Locale.ROOT);
            List<String> phrase = contentFrom(tokens, at, machine);
            boolean wanted =
                    phrase.stream().anyMatch(token -> has(words, token))
                            && phrase.size() <= WORDS_MAX;
            if (wanted && ARTICLES.contains(before)) {
                return Optional.of("the " + String.join(" ", phrase));
            }
            if (wanted && BEFORE.contains(before)) {
                return Optional.of(String.join(" ", phrase));
            }
        }
        return Optional.empty();
    }

    private static boolean has(Set<String> words, String token) {
        return Words.content(token).stream().anyMatch(words::contains);
    }

    private static List<String> contentFrom(List<String> tokens, int at, Set<String> machine) {
        List<String> phrase = new ArrayList<>();
        for (String token : tokens.subList(at, tokens.size())) {
            Set<String> content = Words.content(token);
            if (content.isEmpty() || !Collections.disjoint(machine, content)) {
                break;
            }
            phrase.add(token);
        }
        return phrase;
    }
}
