package dev.andon.node.saying;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.words.Language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The sentences of one room in all languages. Placeholders are those of [String#format].
public final class Sayings {
    /// The language that there is a voice for.
    public static final String VOICE = "en";

    private final Map<String, Words> words;

    private Sayings(Map<String, Words> words) {
        this.words = words;
    }

    /// The sentences beside a class.
    public static Sayings beside(Class<?> room) {
        return new Sayings(
                Language.known().stream()
                        .map(Language::code)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        code -> code, code -> Words.beside(room, code))));
    }

    /// The phrase in a language; in English where there are no sentences in it.
    public String in(String language, Phrase phrase) {
        if (phrase.key().isEmpty()) {
            return "";
        }
        Object[] arguments =
                phrase.arguments().stream()
                        .map(each -> each instanceof Phrase inner ? in(language, inner) : each)
                        .toArray();
        return Objects.requireNonNull(words.getOrDefault(language, words.get(VOICE)))
                .say(phrase.key(), arguments);
    }

    /// A statement of these sentences: written in the language of the person, said in the one that
    /// has a voice.
    public Reply.Statement statement(Reply.Kind kind, String language, Phrase... sentences) {
        return statement(kind, language, Arrays.asList(sentences));
    }

    /// As above.
    public Reply.Statement statement(Reply.Kind kind, String language, List<Phrase> sentences) {
        return new Reply.Statement(
                kind,
                sentences.stream()
                        .map(each -> in(language, each))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")),
                sentences.stream()
                        .map(each -> in(VOICE, each))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
