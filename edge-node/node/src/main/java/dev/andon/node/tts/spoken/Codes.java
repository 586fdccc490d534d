package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fault codes, thread sizes and part numbers.
///
/// A code is letters, then digits: E-42, E042, M8, IP54, V3.2. Its letters are spelled; its digits
/// are said as a number, but one by one if they begin with a zero or are more than three (E forty
/// two, E zero four two, F seven zero zero one); the same goes for "fault 7001". A dash
/// between the two is not said.
///
/// Anything else in which letters and digits mix is a part number: digits one by one, letters
/// spelled, dashes and points said, a comma for each blank (6ES7 315-2EH14).
final class Codes {
    private static final String MIXED =
            "(?=[A-Za-z0-9./+-]*\\d)(?=[A-Za-z0-9./+-]*[A-Za-z])[A-Za-z0-9]+(?:[./+-]+[A-Za-z0-9]+)*";
    private static final String CALLED_A_CODE =
            "(?i)\\b((?:fault|alarm|error|code|serial|article|order|part|message)(?: code| number)?"
                    + " )(\\d+)(?![\\w/]|[-.,+]\\w)";
    private static final String CODE = "([A-Za-z]+)-?(\\d+)((?:\\.\\d+)*)";
    private static final Pattern PART = Pattern.compile("\\d+|[A-Za-z]+|[-./+]");
    private static final Pattern BLANK = Pattern.compile(" ");

    private Codes() {}

    /// 0x1F, of which no quantity may take a part.
    static List<UnaryOperator<String>> hexadecimal() {
        return List.of(
                Rule.of("\\b0[xX]([0-9a-fA-F]+)\\b", m -> "zero X " + partNumber(m.group(1))));
    }

    static List<UnaryOperator<String>> rules() {
        return List.of(
                Rule.of("\\b(M\\d+(?:[.,]\\d+)?)\\s?[x×]\\s?(?=\\d)", m -> m.group(1) + " by"),
                Rule.of(CALLED_A_CODE, m -> m.group(1) + Numerals.inCode(m.group(2))),
                // E-41 to E-45, and M6-M8.
                Rule.of(
                        "\\b([A-Z]{1,3})(-?\\d+)\\s?-\\s?(\\1-?\\d+)(?![\\w/]|[-.+]\\w)",
                        m -> m.group(1) + m.group(2) + " to " + m.group(3)),
                Rule.of("(?<![\\w.])" + CODE + "(?![\\w/]|[-.+]\\w)", Codes::code),
                Rule.of(
                        "(?<![\\w])(?:" + MIXED + ")(?: (?:" + MIXED + "|\\d+-\\d+)(?!\\w))*",
                        m ->
                                BLANK.splitAsStream(m.group())
                                        .map(Codes::partNumber)
                                        .collect(Collectors.joining(", "))));
    }

    private static String code(MatchResult code) {
        String points =
                PART.matcher(code.group(3))
                        .results()
                        .map(m -> m.group().equals(".") ? "point" : Numerals.digits(m.group()))
                        .map(word -> " " + word)
                        .collect(Collectors.joining());
        return Letters.inCode(code.group(1)) + " " + Numerals.inCode(code.group(2)) + points;
    }

    private static String partNumber(String number) {
        return PART.matcher(number)
                .results()
                .map(MatchResult::group)
                .map(Codes::part)
                .collect(Collectors.joining(" "));
    }

    private static String part(String part) {
        return switch (part) {
            case "-" -> "dash";
            case "." -> "point";
            case "/" -> "slash";
            case "+" -> "plus";
            default ->
                    Character.isDigit(part.charAt(0))
                            ? Numerals.digits(part)
                            : Letters.inCode(part);
        };
    }
}
