package dev.andon.node.dialog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words as they are said into words as they are written: "fault echo four two" is "fault E42", "m
/// eight by twenty" is "M8x20", "two point five bar" is "2.5 bar".
///
/// Letters are heard by name or by the NATO alphabet. A single letter counts as a letter only
/// beside another letter or a number, so that the article in "a bolt" and the pronoun in "can i"
/// stay words.
final class WrittenForm {
    private static final Map<String, String> NATO =
            Map.ofEntries(
                    Map.entry("alpha", "A"),
                    Map.entry("bravo", "B"),
                    Map.entry("charlie", "C"),
                    Map.entry("delta", "D"),
                    Map.entry("echo", "E"),
                    Map.entry("foxtrot", "F"),
                    Map.entry("golf", "G"),
                    Map.entry("hotel", "H"),
                    Map.entry("india", "I"),
                    Map.entry("juliet", "J"),
                    Map.entry("kilo", "K"),
                    Map.entry("lima", "L"),
                    Map.entry("mike", "M"),
                    Map.entry("november", "N"),
                    Map.entry("oscar", "O"),
                    Map.entry("papa", "P"),
                    Map.entry("quebec", "Q"),
                    Map.entry("romeo", "R"),
                    Map.entry("sierra", "S"),
                    Map.entry("tango", "T"),
                    Map.entry("uniform", "U"),
                    Map.entry("victor", "V"),
                    Map.entry("whiskey", "W"),
                    Map.entry("xray", "X"),
                    Map.entry("yankee", "Y"),
                    Map.entry("zulu", "Z"));

    /// After these a single letter is a letter even if it could be a word ("fault a", "code i").
    private static final Set<String> CODE_WORDS =
            Set.of("fault", "code", "error", "alarm", "number", "revision", "size");

    /// What stands between the parts of a code, as it is said and as it is written.
    private static final Map<String, String> JOINTS =
            Map.of(
                    "dash",
                    "-",
                    "hyphen",
                    "-",
                    "minus",
                    "-",
                    "slash",
                    "/",
                    "dot",
                    ".",
                    "underscore",
                    "_",
                    "by",
                    "x",
                    "times",
                    "x");

    private static final Set<String> BIG = Set.of("hundred", "thousand", "and", "oh");

    private static final Set<String> DASHES = Set.of("dash", "hyphen", "minus");

    private static final Set<String> WORDS_TOO = Set.of("a", "i", "o");

    private final List<String> words;
    private final List<String> written = new ArrayList<>();
    private int next;

    private WrittenForm(List<String> words) {
        this.words = words;
    }

    /// The written form of what was said or typed. Typed codes and digits pass unchanged.
    static String of(String said) {
        String trimmed = said.strip();
        if (trimmed.isEmpty()) {
            return "";
        }
        return new WrittenForm(List.of(trimmed.split("\\s+"))).write();
    }

    private String write() {
        while (next < words.size()) {
            String code = code();
            written.add(code != null ? code : words.get(next++));
        }
        return String.join(" ", written);
    }

    /// A run of letters, numbers and dashes; null if no such run begins here. Numbers run together
    /// only behind a letter or a word that announces a code: "fault four twelve" is 412, and "press
    /// three twenty bolts" stays apart.
    private @Nullable String code() {
        StringBuilder code = new StringBuilder();
        int begin = next;
        boolean afterCodeWord = afterCodeWord(next);
        boolean letters = false;
        while (next < words.size()) {
            String letter = letterAt(next, code.isEmpty());
            SpokenNumber.Read number = number();
            if (letter != null) {
                code.append(letter);
                letters = true;
                next++;
            } else if (number != null && (letters || afterCodeWord || code.isEmpty())) {
                code.append(number.digits());
                next += number.words();
            } else if (joins(code)) {
                code.append(JOINTS.get(words.get(next++)));
            } else {
                break;
            }
            if (!letters && !afterCodeWord) {
                break;
            }
        }
        if (code.isEmpty() || next == begin) {
            return null;
        }
        return code.toString();
    }

    private SpokenNumber.@Nullable Read number() {
        return SpokenNumber.at(lower(next));
    }

    private boolean joins(StringBuilder code) {
        return JOINTS.containsKey(words.get(next))
                && !code.isEmpty()
                && next + 1 < words.size()
                && codePart(next + 1);
    }

    private boolean codePart(int index) {
        return SpokenNumber.at(lower(index)) != null || isLetter(words.get(index));
    }

    private @Nullable String letterAt(int index, boolean first) {
        String word = words.get(index).toLowerCase(Locale.ROOT);
        if (!isLetter(word)) {
            return null;
        }
        boolean clear = !first || besideCodePart(index, word) || afterCodeWord(index);
        return clear ? NATO.getOrDefault(word, word.toUpperCase(Locale.ROOT)) : null;
    }

    private boolean besideCodePart(int index, String word) {
        if (index + 1 >= words.size()) {
            return false;
        }
        boolean number = SpokenNumber.at(lower(index + 1)) != null;
        if (WORDS_TOO.contains(word)) {
            return number && afterCodeWord(index);
        }
        return number || isLetter(words.get(index + 1)) || dashThenCode(index + 1);
    }

    private boolean dashThenCode(int index) {
        return DASHES.contains(words.get(index)) && index + 1 < words.size() && codePart(index + 1);
    }

    private boolean afterCodeWord(int index) {
        return index > 0 && CODE_WORDS.contains(words.get(index - 1).toLowerCase(Locale.ROOT));
    }

    /// Whether a word may stand in a code: a letter by its name, a joint, a word for a big number.
    static boolean isPartOfCode(String word) {
        return NATO.containsKey(word) || JOINTS.containsKey(word) || BIG.contains(word);
    }

    private static boolean isLetter(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return NATO.containsKey(lower)
                || (lower.length() == 1 && Character.isLetter(lower.charAt(0)));
    }

    private List<String> lower(int from) {
        return words.subList(from, Math.min(words.size(), from + 24)).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
