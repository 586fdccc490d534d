package dev.andon.node.dialog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the numbers among words in digits: `half past seven` becomes `half past 7`, `vor
/// fünfundzwanzig Minuten` becomes `vor 25 minuten`. English has all numbers, French and German
/// those up to fifty-nine: minutes, hours and steps.
final class NumbersInWords {
    private static final Map<String, Integer> FRENCH = french();
    private static final Map<String, Integer> GERMAN = german();

    /// French numbers are said in words apart.
    private static final int FRENCH_WORDS_MAX = 3;

    private NumbersInWords() {}

    /// The same words, numbers in digits.
    ///
    /// @param words in the form of [dev.andon.node.dialog.phrase.Tokens]
    static List<String> inDigits(List<String> words, String language) {
        List<String> digits = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            SpokenNumber.Read number = at(words.subList(at, words.size()), language);
            digits.add(number == null ? words.get(at) : number.digits());
            at += number == null ? 1 : number.words();
        }
        return digits;
    }

    /// The same for a code, whose English numbers [WrittenForm] reads: "E quarante".
    static List<String> inCode(List<String> words, String language) {
        return language.equals("fr") || language.equals("de") ? inDigits(words, language) : words;
    }

    /// The number at the front of the words, written or in words; null if there is none.
    static SpokenNumber.@Nullable Read at(List<String> words, String language) {
        if (words.getFirst().matches("\\d{1,9}")) {
            return new SpokenNumber.Read(words.getFirst(), 1);
        }
        return switch (language) {
            case "fr" -> longest(words, FRENCH);
            case "de" -> longest(words, GERMAN);
            default -> SpokenNumber.at(words);
        };
    }

    /// Whether a word that is an article elsewhere is a number where one must stand: "étape une".
    static boolean isOne(String word, String language) {
        return switch (language) {
            case "fr" -> word.equals("un") || word.equals("une");
            case "de" -> word.equals("ein") || word.equals("eine");
            default -> false;
        };
    }

    private static SpokenNumber.@Nullable Read longest(
            List<String> words, Map<String, Integer> numbers) {
        for (int length = Math.min(FRENCH_WORDS_MAX, words.size()); length > 0; length--) {
            Integer number = numbers.get(String.join(" ", words.subList(0, length)));
            if (number != null) {
                return new SpokenNumber.Read(String.valueOf(number), length);
            }
        }
        return null;
    }

    /// `un` and `une` alone are articles.
    private static Map<String, Integer> french() {
        String[] small =
                ("zero - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
                                + " quinze seize")
                        .split(" ");
        Map<String, Integer> numbers = new HashMap<>();
        for (int number = 0; number < small.length; number++) {
            numbers.put(small[number], number);
        }
        numbers.remove("-");
        for (int one = 7; one <= 9; one++) {
            numbers.put("dix " + small[one], 10 + one);
        }
        String[] tens = {"vingt", "trente", "quarante", "cinquante"};
        for (int ten = 0; ten < tens.length; ten++) {
            int value = 10 * (ten + 2);
            numbers.put(tens[ten], value);
            numbers.put(tens[ten] + " et un", value + 1);
            numbers.put(tens[ten] + " et une", value + 1);
            for (int one = 2; one <= 9; one++) {
                numbers.put(tens[ten] + " " + small[one], value + one);
            }
        }
        return numbers;
    }

    /// `ein` and `eine` alone are articles.
    private static Map<String, Integer> german() {
        String[] small =
                ("null - zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn"
                                + " vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn")
                        .split(" ");
        Map<String, Integer> numbers = new HashMap<>();
        for (int number = 0; number < small.length; number++) {
            numbers.put(small[number], number);
        }
        numbers.remove("-");
        numbers.put("eins", 1);
        String[] tens = {"zwanzig", "dreissig", "vierzig", "funfzig"};
        for (int ten = 0; ten < tens.length; ten++) {
            int value = 10 * (ten + 2);
            numbers.put(tens[ten], value);
            for (int one = 1; one <= 9; one++) {
                String word = one == 1 ? "ein" : small[one];
                numbers.put(word + "und" + tens[ten], value + one);
            }
        }
        return numbers;
    }
}
