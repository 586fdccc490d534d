package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.words.Words;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The codes or names of settings that a text begins with, which it is about: `M8` of `M8 - turn
/// flood coolant on`, three of `M7, M8, M9 Coolant Control`, all those between of `G54-G59.3 Select
/// Coordinate System`.
///
/// @param codes in canonical form
/// @param ranges of codes between two of them
/// @param defined whether a dash, a colon or brackets set off what is said of them
record LeadingCodes(Set<String> codes, Set<Range> ranges, boolean defined) {
    private static final Pattern DEFINED = Pattern.compile("[^.]{0,20}?\\s*(?:[-–:=]\\s|\\().*");

    private static final Pattern CODE =
            Pattern.compile(
                    "\\p{Lu}{1,2}-?\\p{Nd}+(?:\\.\\p{Nd}+)?"
                            + "|\\p{Lu}[\\p{Lu}\\p{Nd}]*(?:_[\\p{Lu}\\p{Nd}]+)+");
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:,|/|&|-|–|\\band\\b|\\bor\\b|\\bto\\b)\\s*(?=\\p{Lu})");
    private static final Pattern UNTOLD =
            Pattern.compile("^\\s*(?:\\p{Nd}+(?:\\.\\p{Nd}+)*\\.?\\s+)?(?:The |the )?");

    LeadingCodes {
        codes = Set.copyOf(codes);
        ranges = Set.copyOf(ranges);
    }

    /// All codes of one letter between two, `G54-G59.3`.
    record Range(String first, String last) {
        boolean has(String code) {
            return letters(code).equals(letters(first))
                    && letters(code).equals(letters(last))
                    && number(code) >= number(first)
                    && number(code) <= number(last);
        }

        private static String letters(String code) {
            return code.replaceAll("[^\\p{Lu}]", "");
        }

        private static double number(String code) {
            String digits = code.replaceAll("[^\\p{Nd}.]", "");
            return digits.isEmpty() ? -1 : Double.parseDouble(digits);
        }
    }

    /// The codes at the beginning of a text; none if it begins with anything else.
    static LeadingCodes of(String text) {
        Set<String> codes = new LinkedHashSet<>();
        Set<Range> ranges = new LinkedHashSet<>();
        Matcher number = UNTOLD.matcher(text);
        int at = number.find() ? number.end() : 0;
        String last = "";
        boolean range = false;
        int end = 0;
        Matcher code = CODE.matcher(text);
        Matcher between = BETWEEN.matcher(text);
        while (code.region(at, text.length()).lookingAt() && endsAt(text, code.end())) {
            if (range) {
                ranges.add(new Range(last, code.group()));
            }
            last = code.group();
            codes.add(Words.canonical(last));
            end = code.end();
            boolean more = between.region(code.end(), text.length()).lookingAt();
            String sign = more ? between.group().strip().toLowerCase(Locale.ROOT) : "";
            range = sign.equals("-") || sign.equals("–") || sign.equals("to");
            at = more ? between.end() : text.length();
        }
        boolean defined = !codes.isEmpty() && DEFINED.matcher(text.substring(end)).lookingAt();
        return new LeadingCodes(codes, ranges, defined);
    }

    /// Whether a code is among them, as it is written in a question.
    boolean has(String code) {
        return codes.contains(Words.canonical(code))
                || ranges.stream().anyMatch(range -> range.has(code.toUpperCase(Locale.ROOT)));
    }

    boolean isEmpty() {
        return codes.isEmpty();
    }

    private static boolean endsAt(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }
}
