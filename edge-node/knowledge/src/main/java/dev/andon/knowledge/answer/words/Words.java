package dev.andon.knowledge.answer.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text as words that can be compared: function words out, endings off, a few synonyms made one.
///
/// The stemming is light on purpose: two words that it takes for one would quote the wrong row.
public final class Words {
    /// A word, or a token with a digit in it (`M10`, `E-42`, `6ES7`, `0.25`), hyphens inside.
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}]+(?:[-–./,][\\p{L}\\p{N}]+)*");

    private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}.,]+");
    private static final Pattern PARTS = Pattern.compile("[-–./,]");
    private static final Pattern APART =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}·])(\\p{Lu}{1,3}) (\\p{Nd}{1,5})(?![\\p{L}\\p{N}.,])");
    /// A shorter word is no root.
    private static final int ROOT_MIN = 5;

    private static final int ENDING_MAX = 4;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Set<String> FUNCTION_WORDS =
            set(
                    """
                    a an the this that these those it its he she they them their we us our i me my
                    you your is are was were be been being am do does did done doing have has had
                    having can could will would shall should may might must need needs ought let
                    lets what whats which who whom whose when where why how much many often long
                    and or but if then than so as of for from to in into on onto at by with
                    without about after before between during over under above below up down off
                    out through per not no nor only also just too very really still yet again ever
                    never any some all each every told wrong likely actually two three four five
                    six seven eight nine ten hundred thousand please tell say show give find know
                    see look want get got go goes went put take use used using there here one ones
                    thing something anything nobody somebody else mean means meaning explain
                    describe happen happens happened value values correct right proper specified
                    recommended required allowed supposed actual number machine manual currently
                    now today okay ok andon hello thanks thank kind sort procedure steps big
                    small limit shows showing shown display displays displayed appear appears come
                    comes came occur occurs says reads apply applies kept keep located location
                    stand stands against while until because s t don doesn isn carry carried
                    perform performed make makes made gives given whenever le la les du de des un une et ou est sont que quel quelle
                    quels quelles qui au aux en dans pour sur par il elle faut doit signifie
                    """);

    /// The first of each group stands for all; one with `=` in that very form only: oil is not
    /// oiled.
    private static final Map<String, String> SYNONYMS =
            synonyms(
                    "torque tighten tightening tight",
                    "maximum max maximal largest highest most greatest",
                    "minimum min minimal smallest lowest least",
                    "replace change swap exchange renew",
                    "clearance gap play",
                    "fault error alarm",
                    "lubricated =oiled =greased",
                    "remedy fix solve mend",
                    "mass weight weigh weighs",
                    "adjust set",
                    "rated nominal");

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

    /// The comparable words of a text, in order, without those of no content and without tokens
    /// that hold a digit.
    public static Set<String> content(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String token : tokens(text)) {
            for (String part : PARTS.split(token)) {
                String word = plain(part);
                if (!hasDigit(word) && word.length() > 1 && !FUNCTION_WORDS.contains(word)) {
                    words.add(comparable(word));
                }
            }
        }
        return words;
    }

    /// One word in comparable form.
    public static String comparable(String word) {
        String plain = plain(word);
        String synonym = SYNONYMS.get(plain);
        if (synonym != null) {
            return synonym;
        }
        String stem = stem(plain);
        return SYNONYMS.getOrDefault(stem, stem);
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

    private static String plain(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String stem(String word) {
        String stem = singular(word.replace("iz", "is").replace("yz", "ys"));
        if (stem.length() > 5 && stem.endsWith("our")) {
            stem = stem.substring(0, stem.length() - 2) + "r";
        }
        stem = without(stem, "ing", 6);
        stem = without(stem, "ed", 5);
        stem = without(stem, "ion", 8);
        stem = without(stem, "e", 4);
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled ? stem.substring(0, last) : stem;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static String without(String word, String ending, int lengthMin) {
        return word.length() >= lengthMin && word.endsWith(ending)
                ? word.substring(0, word.length() - ending.length())
                : word;
    }

    private static Set<String> set(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    private static Map<String, String> synonyms(String... groups) {
        Map<String, String> synonyms = new HashMap<>();
        for (String group : groups) {
            String[] words = group.split(" ");
            for (String word : words) {
                boolean exact = word.startsWith("=");
                synonyms.put(exact ? word.substring(1) : word, words[0]);
                if (!exact) {
                    synonyms.put(stem(word), words[0]);
                }
            }
        }
        return synonyms;
    }
}
