package dev.andon.knowledge.answer.words;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Conditions that exclude each other: an answer for one is wrong for the other.
public final class Opposites {
    /// Of all languages: the words that are compared are of one.
    private static final List<Set<String>> GROUPS =
            Language.known().stream().flatMap(Opposites::groups).toList();

    /// The words of each group as they are written.
    private static final List<Set<String>> CONDITIONS =
            lines("opposites").map(Opposites::plain).toList();

    private static final Set<String> ALL =
            Stream.concat(lines("opposites"), lines("polar"))
                    .flatMap(line -> plain(line).stream())
                    .collect(Collectors.toUnmodifiableSet());

    private Opposites() {}

    /// Whether a word has an opposite, so that it can make a true sentence wrong.
    ///
    /// @param word as [Words#plain] gives it
    public static boolean hasOne(String word) {
        return ALL.contains(word);
    }

    /// The conditions among words that stand without their opposites: `dry` where nothing is
    /// lubricated.
    ///
    /// @param words as [Words#plain] gives them
    public static Set<String> alone(Set<String> words) {
        return CONDITIONS.stream()
                .map(group -> group.stream().filter(words::contains).toList())
                .filter(present -> present.size() == 1)
                .map(List::getFirst)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether all of these words are conditions, as the cell `dry` is.
    public static boolean areConditions(Set<String> words) {
        return words.stream().allMatch(word -> GROUPS.stream().anyMatch(g -> g.contains(word)));
    }

    /// Whether a text with these words contradicts the asked ones: it has the opposite of an asked
    /// condition and not the condition itself.
    public static boolean contradict(Set<String> asked, Set<String> said) {
        return contradict(asked, said, Set.of());
    }

    /// The same for a text that stands under headings with these words: what the heading of the
    /// upper guide covers may well lower something.
    public static boolean contradict(Set<String> asked, Set<String> said, Set<String> around) {
        Set<String> open = new HashSet<>(asked);
        open.removeAll(around);
        return GROUPS.stream().anyMatch(group -> contradictIn(group, open, said));
    }

    private static boolean contradictIn(Set<String> group, Set<String> asked, Set<String> said) {
        Optional<String> wanted = group.stream().filter(asked::contains).findFirst();
        return wanted.isPresent()
                && group.stream().filter(asked::contains).count() == 1
                && !said.contains(wanted.get())
                && group.stream().anyMatch(said::contains);
    }

    private static Stream<Set<String>> groups(Language language) {
        return language.file().lines("opposites").stream()
                .map(line -> Words.tokens(line).stream().map(language::comparable))
                .map(words -> words.collect(Collectors.toSet()));
    }

    private static Stream<String> lines(String list) {
        return Language.known().stream().flatMap(language -> language.file().lines(list).stream());
    }

    private static Set<String> plain(String line) {
        return Words.tokens(line).stream()
                .map(Words::plain)
                .collect(Collectors.toUnmodifiableSet());
    }
}
