package dev.andon.node.stt.vosk;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Pronounces words that are written together from what the core knows: `de` + `palletizer`,
/// `control` + `panel`. Letter-to-sound rules often miss the seam.
final class Compounds {
    private static final int PART_LENGTH_MIN = 3;

    /// How prefixes sound, in phones that every model of this kind has.
    private static final Map<String, String> PREFIXES =
            Map.ofEntries(
                    entry("anti", "a n t i:"),
                    entry("auto", "O t oU"),
                    entry("de", "d i:"),
                    entry("inter", "I n t 3"),
                    entry("micro", "m aI k r oU"),
                    entry("mis", "m I s"),
                    entry("multi", "m V l t i:"),
                    entry("non", "n A n"),
                    entry("over", "oU v 3"),
                    entry("pre", "p r i:"),
                    entry("re", "r i:"),
                    entry("semi", "s E m i:"),
                    entry("sub", "s V b"),
                    entry("un", "V n"),
                    entry("under", "V n d 3"));

    private Compounds() {}

    /// Ways to say a word as a prefix or core word followed by a core word; empty if it is no
    /// compound.
    static List<List<String>> pronounce(String word, Lexicon core) {
        List<List<String>> ways = new ArrayList<>();
        for (int seam = 2; seam <= word.length() - PART_LENGTH_MIN; seam++) {
            String first = word.substring(0, seam);
            List<List<String>> rest = core.pronunciations().get(word.substring(seam));
            if (rest != null) {
                beginnings(first, core)
                        .forEach(begin -> rest.forEach(end -> ways.add(joined(begin, end))));
            }
        }
        return ways;
    }

    private static Stream<List<String>> beginnings(String first, Lexicon core) {
        String prefix = PREFIXES.get(first);
        if (prefix != null) {
            return Stream.of(List.of(prefix.split(" ")));
        }
        List<List<String>> known =
                first.length() < PART_LENGTH_MIN ? null : core.pronunciations().get(first);
        return known == null ? Stream.empty() : known.stream();
    }

    private static List<String> joined(List<String> begin, List<String> end) {
        return Stream.concat(begin.stream(), end.stream()).toList();
    }
}
