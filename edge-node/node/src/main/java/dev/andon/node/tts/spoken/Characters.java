package dev.andon.node.tts.spoken;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One character for what is written in many ways: quotes, dashes, spaces, digits, superscripts.
final class Characters {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern SUPERSCRIPT = Pattern.compile("(⁻?)([" + SUPERSCRIPTS + "]+)");
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("[‘’ʼ`´]", "'"),
                    Map.entry("[“”„«»]", "\""),
                    Map.entry("[‐‑‒–−]", "-"),
                    Map.entry("\\s*—\\s*", ", "),
                    Map.entry("[⋅•∙](?=\\w)", "·"),
                    Map.entry("⁄", "/"),
                    Map.entry("[✕✖⨯]", "×"));

    private Characters() {}

    static List<UnaryOperator<String>> rules() {
        return List.of(
                Characters::superscripts,
                // Swiss and French thousands: 10'000 and 10 000 with a no-break space.
                text -> text.replaceAll("(?<=\\d)[\u00a0\u202f\u2009'’](?=\\d{3}(?!\\d))", ""),
                // "max.80" has lost a blank; it is not point eight.
                text -> text.replaceAll("(?<=[a-z])\\.(?=\\d)", ". "),
                // A mixed number keeps its parts apart: 1½.
                text -> text.replaceAll("(?<=\\d)(?=[¼½¾⅐-⅞])", " "),
                text -> Normalizer.normalize(text, Normalizer.Form.NFKC),
                Characters::same,
                Characters::asciiDigits,
                text ->
                        text.replaceAll("[\\p{Cf}\\p{Cn}\\p{Co}]", "")
                                .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " "));
    }

    private static String superscripts(String text) {
        return SUPERSCRIPT
                .matcher(text)
                .replaceAll(
                        m ->
                                "^"
                                        + (m.group(1).isEmpty() ? "" : "-")
                                        + m.group(2)
                                                .chars()
                                                .mapToObj(c -> "" + SUPERSCRIPTS.indexOf(c))
                                                .collect(Collectors.joining()));
    }

    private static String same(String text) {
        String result = text;
        for (Map.Entry<String, String> entry : SAME.entrySet()) {
            result = result.replaceAll(entry.getKey(), entry.getValue());
        }
        return result;
    }

    private static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (Character.isDigit(c)) {
                                ascii.append(Character.digit(c, 10));
                            } else {
                                ascii.appendCodePoint(c);
                            }
                        });
        return ascii.toString();
    }
}
