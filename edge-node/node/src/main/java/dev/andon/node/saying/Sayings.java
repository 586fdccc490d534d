package dev.andon.node.saying;

import dev.andon.knowledge.answer.Reply;
import dev.andon.knowledge.answer.words.Language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// The sentences of one room in all languages. Placeholders are those of [String#format].
public final class Sayings {
    /// The language that there is a voice for.
    public static final String VOICE = "en";

    private final Map<String, ResourceBundle> bundles;

    private Sayings(Map<String, ResourceBundle> bundles) {
        this.bundles = bundles;
    }

    /// The sentences beside a class.
    public static Sayings beside(Class<?> room) {
        return new Sayings(
                Language.known().stream()
                        .map(Language::code)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        code -> code, code -> bundle(room, code))));
    }

    private static ResourceBundle bundle(Class<?> room, String language) {
        return ResourceBundle.getBundle(
                room.getPackageName() + ".sayings-" + language, Locale.ROOT, room.getClassLoader());
    }

    /// The phrase in a language; in English where there are no sentences in it.
    public String in(String language, Phrase phrase) {
        if (phrase.key().isEmpty()) {
            return "";
        }
        ResourceBundle bundle = bundles.getOrDefault(language, bundles.get(VOICE));
        Object[] arguments =
                phrase.arguments().stream()
                        .map(each -> each instanceof Phrase inner ? in(language, inner) : each)
                        .toArray();
        return bundle.getString(phrase.key()).formatted(arguments);
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

    /// All of a language, by key; for tests.
    Map<String, String> all(String language) {
        ResourceBundle bundle = bundles.getOrDefault(language, bundles.get(VOICE));
        return bundle.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
    }
}
