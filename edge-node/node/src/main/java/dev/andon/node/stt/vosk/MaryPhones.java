package dev.andon.node.stt.vosk;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Rewrites the phones of MaryTTS American English into those that the model was trained with.
final class MaryPhones {
    /// Phones that the two sets write differently; all others are written the same.
    private static final Map<String, String> TABLE =
            Map.ofEntries(
                    entry("u", "u:"),
                    entry("i", "i:"),
                    entry("{", "a"),
                    entry("r=", "3"),
                    entry("@U", "oU"),
                    entry("EI", "eI"),
                    entry("AI", "aI"));

    /// The MaryTTS set, for checking what a pronouncer says.
    static final Set<String> ALL =
            Set.of(
                    ("A O u i { V E I U @ r= aU OI @U EI AI p t k b d g tS dZ f v T D s z S Z h l m"
                                    + " n N r w j")
                            .split(" "));

    private static final Set<String> MODEL_VOWELS =
            ALL.stream()
                    .filter(p -> "AOui{VEIU@ra".indexOf(p.charAt(0)) >= 0 && !p.equals("r"))
                    .map(p -> TABLE.getOrDefault(p, p))
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COLOURED_BY_R = Set.of("A", "E", "I", "O");

    private MaryPhones() {}

    /// The ways in which the model may have learnt to write these phones; usually one.
    ///
    /// Between vowels the model knows both a plain `r` ("very") and one that already colours the
    /// vowel before it and is written twice ("bearing"); the two cannot be told apart here.
    static List<List<String>> toModel(List<String> phones) {
        List<String> plain = phones.stream().map(p -> TABLE.getOrDefault(p, p)).toList();
        Set<List<String>> ways = new LinkedHashSet<>();
        ways.add(plain);
        ways.add(withDoubledR(plain));
        return List.copyOf(ways);
    }

    private static List<String> withDoubledR(List<String> phones) {
        List<String> doubled = new ArrayList<>();
        for (int i = 0; i < phones.size(); i++) {
            doubled.add(phones.get(i));
            if (phones.get(i).equals("r") && betweenVowels(phones, i)) {
                doubled.add("r");
            }
        }
        return doubled;
    }

    private static boolean betweenVowels(List<String> phones, int r) {
        return r > 0
                && r < phones.size() - 1
                && COLOURED_BY_R.contains(phones.get(r - 1))
                && MODEL_VOWELS.contains(phones.get(r + 1));
    }
}
