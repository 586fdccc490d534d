package dev.andon.node.stt;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a piece of English text in the words that one would say: lower case, numbers and codes in
/// words, acronyms in letters, units spelled out.
final class SayableWords {
    /// Longer words are chemical names, part numbers or broken text.
    private static final int WORD_LENGTH_MAX = 24;

    private static final int ACRONYM_LENGTH_MAX = 4;
    private static final int CODE_LETTERS_MAX = 3;
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<word>\\p{L}+(?:['’]\\p{L}+)*)|(?<number>[0-9]+)(?<decimal>[.,][0-9]+)?|%");
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    private static final Pattern ENGLISH = Pattern.compile("[a-z]+(?:'[a-z]+)*");
    private static final Pattern LONG_WORD =
            Pattern.compile("\\p{L}{" + (ACRONYM_LENGTH_MAX + 1) + ",}");
    private static final Pattern THOUSANDS = Pattern.compile(",[0-9]{3}");
    private static final Pattern LOWER_CASE = Pattern.compile("\\p{Ll}");

    /// What stands behind a number without being a word, as it is written.
    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("Nm", "newton meters"),
                    Map.entry("mm", "millimeters"),
                    Map.entry("cm", "centimeters"),
                    Map.entry("m", "meters"),
                    Map.entry("kg", "kilograms"),
                    Map.entry("g", "grams"),
                    Map.entry("l", "liters"),
                    Map.entry("ml", "milliliters"),
                    Map.entry("kW", "kilowatts"),
                    Map.entry("V", "volts"),
                    Map.entry("A", "amps"),
                    Map.entry("Hz", "hertz"),
                    Map.entry("C", "degrees celsius"),
                    Map.entry("min", "minutes"),
                    Map.entry("h", "hours"),
                    Map.entry("s", "seconds"),
                    Map.entry("kPa", "kilopascals"),
                    Map.entry("MPa", "megapascals"));

    /// Short words that stand in capitals on switches and buttons, and units that are said whole.
    private static final Set<String> NO_ACRONYMS =
            Set.of(
                    ("air all and any at bar by do end for hot if in is it jam jog key low max min"
                         + " new no not of off oil old on or out psi rpm run see set the to top up"
                         + " use yes")
                            .split(" "));

    private final String text;
    private final boolean capitals;
    private final boolean digitByDigit;
    private final List<String> words = new ArrayList<>();
    private boolean afterNumber;

    private SayableWords(String text, boolean digitByDigit) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        this.capitals =
                !LOWER_CASE.matcher(this.text).find() && LONG_WORD.matcher(this.text).find();
        this.digitByDigit = digitByDigit;
    }

    /// The words of a piece of text; empty if any of it cannot be said in English.
    static Optional<List<String>> of(String text) {
        return new SayableWords(text, false).words();
    }

    /// The same with every number said digit by digit, as codes often are.
    static Optional<List<String>> digitByDigit(String text) {
        return new SayableWords(text, true).words();
    }

    private Optional<List<String>> words() {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group("number") != null) {
                number(token.group("number"), token.group("decimal"));
            } else if (token.group("word") == null) {
                words.add("percent");
            } else if (!word(token.group("word"))) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(words));
    }

    private void number(String digits, @Nullable String decimal) {
        if (decimal != null && THOUSANDS.matcher(decimal).matches()) {
            number(digits + decimal.substring(1), null);
            return;
        }
        String said = digitByDigit ? NumberWords.digitByDigit(digits) : NumberWords.of(digits);
        words.addAll(List.of(said.split(" ")));
        if (decimal != null) {
            words.add("point");
            words.addAll(List.of(NumberWords.digitByDigit(decimal.substring(1)).split(" ")));
        }
        afterNumber = true;
    }

    private boolean word(String written) {
        String word = written.toLowerCase(Locale.ROOT).replace('’', '\'');
        String unit = afterNumber ? UNITS.get(written) : null;
        afterNumber = false;
        if (unit != null) {
            words.addAll(List.of(unit.split(" ")));
            return true;
        }
        if (!ENGLISH.matcher(word).matches() || word.length() > WORD_LENGTH_MAX) {
            return false;
        }
        if (word.equals("ok")) {
            words.add("okay");
        } else if (isSpelled(written, word)) {
            word.chars().filter(c -> c != '\'').forEach(c -> words.add(Character.toString(c)));
        } else {
            words.add(word);
        }
        return true;
    }

    /// Letters of a code, and acronyms: no vowel, or short capitals among small letters.
    private boolean isSpelled(String written, String word) {
        if (NO_ACRONYMS.contains(word)) {
            return false;
        }
        if (word.length() <= ACRONYM_LENGTH_MAX && !VOWEL.matcher(word).find()) {
            return true;
        }
        boolean upper = !LOWER_CASE.matcher(written).find();
        boolean shortEnough = word.length() <= (capitals ? 1 : CODE_LETTERS_MAX);
        return upper && shortEnough;
    }
}
