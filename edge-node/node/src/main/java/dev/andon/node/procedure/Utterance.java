package dev.andon.node.procedure;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words as they are compared: one space between words, no signs at their ends, small letters
/// without accents. Both texts have the same length, so that a place in one is a place in the
/// other.
///
/// @param written with its accents and capitals, which units need
/// @param folded to compare
/// @param asks whether it has a question mark
record Utterance(String written, String folded, boolean asks) {
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SIGNS = Pattern.compile("[,;:.!?…]+(?=\\s|$)|\\s+");

    static Utterance of(String words) {
        String visible = INVISIBLE.matcher(words).replaceAll("");
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFKC).replace('’', '\'');
        boolean asks = composed.contains("?");
        String plain = SIGNS.matcher(composed).replaceAll(" ").replaceAll(" +", " ").strip();
        return new Utterance(plain, fold(plain), asks);
    }

    /// Each character without its accent, small.
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            folded.append(base.toLowerCase(Locale.ROOT).charAt(0));
        }
        return folded.toString();
    }
}
