package dev.andon.knowledge.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A fault code, part number or thread as a text writes it: `E-42`, `6ES7 315-2EH14`, `M8x20`.
///
/// A code is a word with a letter and a digit in it that is no quantity (`45Nm`) and no ordinal
/// (`3rd`). The same rule reads manuals and questions, so two spellings of a code meet in
/// [#canonical].
///
/// @param written as in the text
/// @param canonical its letters, in upper case, and its digits
public record WrittenCode(String written, String canonical) {
    private static final int CANONICAL_CHARS_MIN = 2;
    private static final int CANONICAL_CHARS_MAX = 40;

    /// Groups of a part number that spaces divide.
    private static final int GROUPS_MAX = 4;

    /// Hyphens, dashes and minus signs of all kinds.
    private static final String DASH = "[-\u2010-\u2015\u2212]";

    /// Spaces of all widths, none of which ends a line.
    private static final String SPACES = " \u00a0\u2007\u2009\u202f";

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{Nd}]+(?:(?:" + DASH + "|[._])[\\p{L}\\p{Nd}]+)*");
    private static final Pattern PART = Pattern.compile(DASH + "|[._]");
    private static final Pattern NOT_CANONICAL = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern LETTER_AND_DIGIT =
            Pattern.compile("(?s)(?=.*\\p{L})(?=.*\\p{Nd}).*");
    private static final Pattern QUANTITY =
            Pattern.compile(
                    "\\p{Nd}+(?:\\.\\p{Nd}+)?(?:-?(?:[kmMµuGn]?(?:m|g|N|V|A|W|Hz|Pa|s|bar|l)|mm2|cm2"
                        + "|Nm|mNm|kNm|Ncm|N\\.m|cm|km|kg|rpm|psi|in|ft|lb|h|min|sec|st|nd|rd|th|x|d|bit"
                        + "|VDC|VAC|Vdc|Vac|kVA|VA|kWh|Ah|mbar|dB|MB|GB|KB)|"
                            + DASH
                            + "\\p{Ll}{3,})");
    private static final Pattern SHORT_LETTERS = Pattern.compile("\\p{Lu}{1,3}|[b-hj-wyz]");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{1,6}");

    /// Behind a number these are its unit, and no letter of a code: `10 A 24 V`.
    private static final Pattern UNIT_LETTER = Pattern.compile("[AVWNCKFsmghldt]");

    /// `PNOZ/X3`; with small letters it is a unit or a choice: `m/s2`, `and/or`.
    private static final Pattern SLASHED =
            Pattern.compile("[\\p{Lu}\\p{Nd}]+(?:-[\\p{Lu}\\p{Nd}]+)*(?:/[\\p{Lu}\\p{Nd}]+)+");

    /// A fault code: its letters and its number.
    private static final Pattern NUMBERED = Pattern.compile("^(\\p{L}{1,4})0+(\\p{Nd}+)$");

    /// The canonical form of any text: its letters in upper case and its digits.
    public static String canonical(String text) {
        // Upper case first: it can divide a letter from its accent.
        String upper = withLetterX(text).toUpperCase(Locale.ROOT);
        return NOT_CANONICAL.matcher(upper).replaceAll("");
    }

    /// The canonical form without the zeros before a fault's number: `E042` and `E42` are twins.
    /// In part numbers every zero counts.
    public String withoutZeros() {
        return NUMBERED.matcher(canonical).replaceFirst("$1$2");
    }

    /// The codes of a text in its order, each spelling once.
    ///
    /// Found are whole words, the parts of a compound that are codes themselves (`M8-10.9`), and
    /// what a space divides: a letter and its number (`E 42`), a part number in groups, a thread
    /// with its length (`M8 x 20`).
    public static List<WrittenCode> in(String text) {
        List<MatchResult> words = WORD.matcher(withLetterX(text)).results().toList();
        Set<WrittenCode> codes = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            int start = words.get(i).start();
            String word = text.substring(start, words.get(i).end());
            for (int last = lastJoined(text, words, i); last > i; last--) {
                if (!words.get(last).group().equals("x")) {
                    add(text.substring(start, words.get(last).end()), codes);
                }
            }
            add(word, codes);
            for (String part : PART.split(word)) {
                add(part, codes);
            }
        }
        SLASHED.matcher(text).results().forEach(match -> add(match.group(), codes));
        return List.copyOf(codes);
    }

    /// `M8×20` is often typed `M8x20`.
    private static String withLetterX(String text) {
        return text.replace('\u00d7', 'x');
    }

    /// The last of the words that make one code with this one; this one if none do.
    private static int lastJoined(String text, List<MatchResult> words, int i) {
        int last = nextJoined(text, words, i);
        while (last > i && last - i + 1 < GROUPS_MAX && isCode(words.get(last).group())) {
            int next = nextJoined(text, words, last);
            if (next == last) {
                break;
            }
            last = next;
        }
        return last;
    }

    private static int nextJoined(String text, List<MatchResult> words, int i) {
        if (!spaced(text, words, i)) {
            return i;
        }
        String word = words.get(i).group();
        String next = words.get(i + 1).group();
        if (belong(word, next) && !isUnit(text, words, i)) {
            return i + 1;
        }
        boolean length =
                next.equals("x")
                        && isCode(word)
                        && spaced(text, words, i + 1)
                        && NUMBER.matcher(words.get(i + 2).group()).matches();
        return length ? i + 2 : i;
    }

    private static boolean belong(String word, String next) {
        boolean number = NUMBER.matcher(next).matches();
        if (SHORT_LETTERS.matcher(word).matches()) {
            return number;
        }
        return isCode(word)
                && Character.isDigit(next.charAt(0))
                && (isCode(next) || (number && Character.isDigit(word.charAt(0))));
    }

    private static boolean isUnit(String text, List<MatchResult> words, int i) {
        return i > 0
                && UNIT_LETTER.matcher(words.get(i).group()).matches()
                && Character.isDigit(words.get(i - 1).group().charAt(0))
                && spaced(text, words, i - 1);
    }

    /// Whether exactly one space stands between this word and the next.
    private static boolean spaced(String text, List<MatchResult> words, int i) {
        return i + 1 < words.size()
                && words.get(i + 1).start() == words.get(i).end() + 1
                && SPACES.indexOf(text.charAt(words.get(i).end())) >= 0;
    }

    private static void add(String written, Set<WrittenCode> codes) {
        if (isCode(written)) {
            codes.add(new WrittenCode(written, canonical(written)));
        }
    }

    private static boolean isCode(String word) {
        String canonical = canonical(word);
        return canonical.length() >= CANONICAL_CHARS_MIN
                && canonical.length() <= CANONICAL_CHARS_MAX
                && LETTER_AND_DIGIT.matcher(canonical).matches()
                && !QUANTITY.matcher(word).matches();
    }
}
