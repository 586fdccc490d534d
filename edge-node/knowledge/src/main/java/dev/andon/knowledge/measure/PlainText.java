package dev.andon.knowledge.measure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// A text with one character for what is written in many ways (signs, blanks, digits of other
/// scripts and widths, superscripts, fractions), that still knows where each character came from.
///
/// @param text invisible characters are gone; digits are ASCII, a power is `^2`, ½ is `1/2`
/// @param origins for each character of the text, and for its end, the index in what was written
record PlainText(String text, List<Integer> origins) {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    PlainText {
        origins = List.copyOf(origins);
    }

    static PlainText of(String written) {
        Writer writer = new Writer();
        for (int at = 0; at < written.length(); ) {
            int point = written.codePointAt(at);
            writer.write(point, at);
            at += Character.charCount(point);
        }
        return writer.text(written.length());
    }

    /// The index in what was written.
    int origin(int index) {
        return origins.get(index);
    }

    /// Writes one code point after the other.
    private static final class Writer {
        private final StringBuilder plain = new StringBuilder();
        private final List<Integer> origins = new ArrayList<>();

        void write(int point, int origin) {
            if (point > ' ' && point < 0x7f && point != '`') {
                plain.append((char) point);
                origins.add(origin);
                return;
            }
            String out = plain(point);
            for (int i = 0; i < out.length(); i++) {
                plain.append(out.charAt(i));
                origins.add(origin);
            }
        }

        PlainText text(int length) {
            origins.add(length);
            return new PlainText(plain.toString(), origins);
        }

        private String plain(int point) {
            if (Character.isDigit(point)) {
                return String.valueOf(Character.digit(point, 10));
            }
            int power = point == '⁻' ? 0 : SUPERSCRIPTS.indexOf(point);
            if (point == '⁻' || power >= 0) {
                String sign = point == '⁻' ? "-" : String.valueOf(power);
                return endsWithPower() ? sign : "^" + sign;
            }
            return switch (Character.getType(point)) {
                case Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE -> "";
                case Character.SPACE_SEPARATOR,
                        Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        point == 0xA0 || point == 0x202F || point == 0x2009 ? "\u00a0" : " ";
                case Character.DASH_PUNCTUATION -> point == '—' ? "—" : "-";
                default -> symbol(point);
            };
        }

        private boolean endsWithPower() {
            int last = plain.length() - 1;
            int caret = plain.lastIndexOf("^");
            return caret >= 0
                    && plain.substring(caret + 1)
                            .chars()
                            .allMatch(c -> c == '-' || c < 58 && c > 47)
                    && last >= caret;
        }

        private String symbol(int point) {
            return switch (point) {
                case '−' -> "-";
                case '⁄' -> "/";
                case '“', '”', '„', '″' -> "\"";
                case '‘', '’', 'ʼ', '`', '´', '′' -> "'";
                case '⋅', '•', '∙' -> "·";
                case '×', '✕', '✖', '⨯' -> "x";
                case '…' -> "...";
                default -> compatible(point);
            };
        }

        private String compatible(int point) {
            String one = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            boolean fraction = one.indexOf('⁄') > 0;
            boolean mixed =
                    fraction
                            && !plain.isEmpty()
                            && Character.isDigit(plain.charAt(plain.length() - 1));
            return (mixed ? " " : "") + one.replace('⁄', '/');
        }
    }
}
