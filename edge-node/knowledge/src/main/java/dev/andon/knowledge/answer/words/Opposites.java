package dev.andon.knowledge.answer.words;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Conditions that exclude each other: an answer for one is wrong for the other.
public final class Opposites {
    private static final List<Set<String>> GROUPS =
            List.of(
                    group("dry", "lubricated"),
                    group("minimum", "maximum"),
                    group("cold", "warm"),
                    group("new", "worn"),
                    group("upper", "lower"),
                    group("front", "rear"),
                    group("inlet", "outlet"),
                    group("infeed", "outfeed"),
                    group("open", "closed"),
                    group("suction", "discharge"));

    private Opposites() {}

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

    private static Set<String> group(String... words) {
        return List.of(words).stream().map(Words::comparable).collect(Collectors.toSet());
    }
}
