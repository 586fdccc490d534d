package dev.andon.node.redaction;

import dev.andon.knowledge.answer.words.WordFile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the people of the roster, by their whole names and by a first or last name alone, declined
/// (`Marguerite's`, `Annas`, `Hansens`), and whoever is called Mr or Mrs.
///
/// A name that is also a word (`Mark`, `Hahn`, `Petit`) is taken alone only behind a title, or
/// written with a capital behind a verb that one does to people.
final class NameFinder implements Finder {
    private static final WordFile WORDS = WordFile.read(NameFinder.class, "names.txt");
    private static final Set<String> ALSO_WORDS = Set.copyOf(WORDS.words("also words"));
    private static final Set<String> PARTICLES = Set.copyOf(WORDS.words("particles"));
    private static final Set<String> TITLES = Set.copyOf(WORDS.words("titles"));
    private static final Set<String> SHORT_TITLES = Set.copyOf(WORDS.words("short titles"));
    private static final Set<String> DONE_TO_PEOPLE = Set.copyOf(WORDS.words("done to people"));
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{Ll}\\p{M}].*");
    private static final Pattern SIBILANT = Pattern.compile(".*(?:s|x|z|ce|ss)");

    /// A shorter name alone could be any syllable.
    private static final int LETTERS_MIN = 3;

    private final Map<String, List<List<String>>> wholeByFirstWord = new HashMap<>();
    private final Set<String> single = new HashSet<>();
    private final Set<String> singleButWords = new HashSet<>();

    NameFinder(Roster roster) {
        for (String name : roster.names()) {
            List<String> words =
                    FoldedText.words(name).stream().filter(NameFinder::isName).toList();
            addWhole(words);
            addWhole(turned(words));
            // `Jean-Pierre` is one first name of two words.
            Stream.of(name.split("\\s+"))
                    .filter(part -> part.contains("-"))
                    .forEach(part -> addWhole(FoldedText.words(part)));
            words.stream().filter(word -> !PARTICLES.contains(word)).forEach(this::addSingle);
            transliterated(name).stream()
                    .filter(word -> !PARTICLES.contains(word) && isName(word))
                    .forEach(this::addSingle);
        }
    }

    private static boolean isName(String word) {
        return !TITLES.contains(word) && !SHORT_TITLES.contains(word);
    }

    /// `Müller` is typed `Mueller` too.
    private static List<String> transliterated(String name) {
        String typed =
                name.replace("\u00e4", "ae")
                        .replace("\u00f6", "oe")
                        .replace("\u00fc", "ue")
                        .replace("\u00c4", "Ae")
                        .replace("\u00d6", "Oe")
                        .replace("\u00dc", "Ue");
        return typed.equals(name) ? List.of() : FoldedText.words(typed);
    }

    /// The last name first.
    private static List<String> turned(List<String> words) {
        List<String> turned =
                new ArrayList<>(words.subList(Math.min(1, words.size()), words.size()));
        turned.addAll(words.subList(0, Math.min(1, words.size())));
        return turned;
    }

    private void addWhole(List<String> words) {
        if (words.size() > 1) {
            wholeByFirstWord.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
        }
    }

    private void addSingle(String word) {
        if (word.length() < LETTERS_MIN || ALSO_WORDS.contains(word)) {
            singleButWords.add(word);
        } else {
            single.add(word);
        }
    }

    @Override
    public List<Span> find(FoldedText text) {
        Set<Span> spans = new LinkedHashSet<>();
        for (int at = 0; at < text.words().size(); at++) {
            whole(text, at, spans);
            alone(text, at, spans);
            titled(text, at, spans);
        }
        return List.copyOf(spans);
    }

    private void whole(FoldedText text, int at, Set<Span> spans) {
        String first = text.words().get(at).word();
        for (List<String> name : wholeByFirstWord.getOrDefault(first, List.of())) {
            int last = at + name.size() - 1;
            boolean before = last < text.words().size() && text.standsAt(at, start(name));
            if (before
                    && text.adjacent(last - 1)
                    && isForm(text.words().get(last).word(), name.getLast())) {
                spans.add(span(text, at, last, true));
            }
        }
    }

    private static List<String> start(List<String> name) {
        return name.subList(0, name.size() - 1);
    }

    private void alone(FoldedText text, int at, Set<Span> spans) {
        String word = text.words().get(at).word();
        if (isAny(single, word)) {
            spans.add(span(text, at, at, false));
        } else if (isAny(singleButWords, word) && isPerson(text, at)) {
            spans.add(span(text, at, at, false));
        }
    }

    private static boolean isPerson(FoldedText text, int at) {
        if (!CAPITAL.matcher(text.written(at)).matches() || !text.adjacent(at - 1)) {
            return false;
        }
        String before = text.words().get(at - 1).word();
        return DONE_TO_PEOPLE.contains(before);
    }

    /// `Mr Jones`, `Frau Dr. Weber`: whoever it is, on the roster or not.
    private void titled(FoldedText text, int at, Set<Span> spans) {
        if (!isTitle(text, at)) {
            return;
        }
        int named = at;
        while (isTitle(text, named)) {
            named++;
        }
        if (named >= text.words().size() || !text.adjacent(named - 1)) {
            return;
        }
        String word = text.words().get(named).word();
        boolean known = isAny(single, word) || isAny(singleButWords, word);
        if (known || CAPITAL.matcher(text.written(named)).matches()) {
            spans.add(span(text, named, lastOfName(text, named), true));
        }
    }

    private static boolean isTitle(FoldedText text, int at) {
        if (at >= text.words().size()) {
            return false;
        }
        FoldedText.Token token = text.words().get(at);
        boolean dotted =
                token.end() < text.original().length()
                        && text.original().charAt(token.end()) == '.';
        return TITLES.contains(token.word())
                || SHORT_TITLES.contains(token.word())
                        && dotted
                        && Character.isUpperCase(text.original().charAt(token.start()));
    }

    /// A name with a hyphen, or with a particle: `Müller-Lüdenscheidt`, `von der Heide`.
    private static int lastOfName(FoldedText text, int named) {
        int last = named;
        while (last + 1 < text.words().size()
                && text.adjacent(last)
                && (PARTICLES.contains(text.words().get(last).word())
                        || text.original().charAt(text.words().get(last).end()) == '-')) {
            last++;
        }
        return last;
    }

    private static boolean isAny(Set<String> names, String word) {
        return names.contains(word)
                || word.endsWith("s") && names.contains(word.substring(0, word.length() - 1))
                || word.endsWith("ens")
                        && names.contains(word.substring(0, word.length() - 3))
                        && SIBILANT.matcher(word.substring(0, word.length() - 3)).matches();
    }

    private static boolean isForm(String word, String name) {
        return isAny(Set.of(name), word);
    }

    private static Span span(FoldedText text, int first, int last, boolean sure) {
        return new Span(
                text.words().get(first).start(),
                text.words().get(last).end(),
                Span.Kind.NAME,
                sure);
    }
}
