package dev.andon.knowledge.measure;

import java.util.List;
import java.util.Map;

/// The French and German numbers that are one word. `un`, `une` and `ein` are articles, `neuf` is
/// also new: they count only within a longer number.
final class ForeignNumberWords {
    private static final List<String> GERMAN_ONES =
            List.of("ein zwei drei vier fünf sechs sieben acht neun".split(" "));
    private static final List<String> GERMAN_TENS =
            List.of("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" "));
    private static final List<String> GERMAN_TEENS =
            List.of(
                    ("zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn"
                                    + " neunzehn")
                            .split(" "));
    private static final Map<String, Integer> FRENCH =
            Map.ofEntries(
                    Map.entry("zéro", 0),
                    Map.entry("deux", 2),
                    Map.entry("trois", 3),
                    Map.entry("quatre", 4),
                    Map.entry("cinq", 5),
                    Map.entry("sept", 7),
                    Map.entry("huit", 8),
                    Map.entry("dix", 10),
                    Map.entry("onze", 11),
                    Map.entry("douze", 12),
                    Map.entry("treize", 13),
                    Map.entry("quatorze", 14),
                    Map.entry("quinze", 15),
                    Map.entry("seize", 16),
                    Map.entry("vingt", 20),
                    Map.entry("trente", 30),
                    Map.entry("quarante", 40),
                    Map.entry("cinquante", 50),
                    Map.entry("soixante", 60),
                    Map.entry("septante", 70),
                    Map.entry("huitante", 80),
                    Map.entry("nonante", 90));

    private ForeignNumberWords() {}

    static void addTo(Map<String, Integer> words) {
        words.putAll(FRENCH);
        words.put("null", 0);
        for (int one = 1; one < GERMAN_ONES.size(); one++) {
            words.put(GERMAN_ONES.get(one), one + 1);
        }
        for (int teen = 0; teen < GERMAN_TEENS.size(); teen++) {
            words.put(GERMAN_TEENS.get(teen), 10 + teen);
        }
        for (int ten = 0; ten < GERMAN_TENS.size(); ten++) {
            words.put(GERMAN_TENS.get(ten), 10 * (ten + 2));
            for (int one = 0; one < GERMAN_ONES.size(); one++) {
                String word = GERMAN_ONES.get(one) + "und" + GERMAN_TENS.get(ten);
                words.put(word, 10 * (ten + 2) + one + 1);
            }
        }
    }
}
