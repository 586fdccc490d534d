package dev.andon.knowledge.answer.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the words of all languages have in common: tokens, codes, and words of one root.
public final class Words {
    /// A word, or a token with a digit in it (`M10`, `E-42`, `6ES7`, `0.25`), hyphens inside.
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}]+(?:[-–./,][\\p{L}\\p{N}]+)*");

    private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}.,]+");
    private static final Pattern APART =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}·])(\\p{Lu}{1,3}) (\\p{Nd}{1,5})(?![\\p{L}\\p{N}.,])");
    /// A shorter word is no root.
    private static final int ROOT_MIN = 5;

    private static final int ENDING_MAX = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {}

    /// The tokens as written.
    public static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /// The comparable words of an English text, see [Language#content].
    public static Set<String> content(String text) {
        return Language.ENGLISH.content(text);
    }

    /// One English word in comparable form.
    public static String comparable(String word) {
        return Language.ENGLISH.comparable(word);
    }

    /// Whether one of these comparable words is this one, or is made of the same root: automatic
    /// and automatically, calibrate and calibration. Too wide a net for choosing a table row.
    public static boolean isMetBy(String word, Collection<String> said) {
        return said.contains(word) || said.stream().anyMatch(other -> haveOneRoot(word, other));
    }

    private static boolean haveOneRoot(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        return shorter >= ROOT_MIN
                && longer - shorter <= ENDING_MAX
                && one.regionMatches(0, other, 0, shorter - 1);
    }

    public static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    /// Upper case letters and digits only: `E-42`, `e 42` and `E42` are one code. A plain number
    /// keeps its decimal point: 4.6 is not 46.
    public static String canonical(String token) {
        if (NUMBER.matcher(token).matches()) {
            return token.replace(',', '.');
        }
        StringBuilder canonical = new StringBuilder();
        token.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(canonical::appendCodePoint);
        return canonical.toString();
    }

    /// The tokens of a text in canonical form, also those written apart (`E 42`).
    public static Set<String> canonicalTokens(String text) {
        Set<String> canonical = new LinkedHashSet<>();
        tokens(text).forEach(token -> canonical.add(canonical(token)));
        tokens(joined(text)).forEach(token -> canonical.add(canonical(token)));
        return canonical;
    }

    /// The text with codes that are written apart as one token: `E 42` becomes `E-42`. Capitals and
    /// one space only: the unit before a figure (`(N·m): 10`) is no code.
    public static String joined(String text) {
        return APART.matcher(text).replaceAll("$1-$2");
    }

    /// Small letters without accents.
    public static String plain(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
