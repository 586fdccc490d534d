package dev.andon.node.tts.spoken;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What is left that no voice can say: symbols become words, brackets and colons become pauses,
/// accents go, and everything else is a blank.
final class Symbols {
    private static final Map<String, String> LATIN =
            Map.of(
                    "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "þ", "th", "ð",
                    "d");

    private Symbols() {}

    static List<UnaryOperator<String>> words() {
        return Table.rows("symbols.tsv").stream()
                .<UnaryOperator<String>>map(
                        row ->
                                text ->
                                        text.replace(
                                                row.getFirst(),
                                                " " + (row.size() > 1 ? row.get(1) : "") + " "))
                .toList();
    }

    static List<UnaryOperator<String>> plain() {
        return List.of(
                text -> text.replaceAll("(?<=\\w)\\s*\\+\\s*(?=\\w)", " plus "),
                text -> text.replaceAll("!+", "."),
                text -> text.replaceAll("\\.{2,}", ", "),
                text -> text.replaceAll("[;:()\\[\\]{}|]|(?<=\\s)-+(?=\\s)|^\\s*-+", ", "),
                Symbols::withoutAccents,
                text -> text.replaceAll("[^a-zA-Z0-9',.?]+", " "));
    }

    /// Blanks and pauses as they should stand.
    static List<UnaryOperator<String>> tidy() {
        return Stream.<UnaryOperator<String>>of(
                        text -> text.replaceAll("(?<=[a-zA-Z])[.](?=[a-zA-Z])", " "),
                        text -> text.replaceAll("\\s+", " "),
                        text -> text.replaceAll("(?:\\s*,)+\\s*", ", "),
                        text -> text.replaceAll("[\\s,]*([.?])[\\s,.?]*", "$1 "),
                        text -> text.replaceAll("^[\\s,.?]+|\\s+$", ""),
                        text -> text.replaceAll(",$", ""))
                .toList();
    }

    private static String withoutAccents(String text) {
        String result = text;
        for (Map.Entry<String, String> letter : LATIN.entrySet()) {
            result =
                    result.replace(letter.getKey(), letter.getValue())
                            .replace(letter.getKey().toUpperCase(Locale.ROOT), letter.getValue());
        }
        return Normalizer.normalize(result, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
