package dev.andon.knowledge.corpus.pdf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the caption of a drawing from a sentence about it: `Figure 3: The pump` from `Figure 3
/// shows the pump`.
final class FigureCaption {
    /// The word, the number, what stands between the number and the text, and the text.
    private static final Pattern CAPTION =
            Pattern.compile(
                    "(?:figure|fig\\.?|abbildung|abb\\.?|bild|illustration|schéma|photo)"
                            + "\\s*((?:\\d+|[A-Z]\\d*)(?:[.‑–-]\\d+)*[a-z]?)"
                            + "(\\s*[:.–—-])?(?:\\s+(.*))?",
                    Pattern.CASE_INSENSITIVE);

    private static final int LENGTH_MAX = 240;

    private FigureCaption() {}

    /// Whether a whole paragraph is a caption.
    static boolean is(String text) {
        Matcher caption = CAPTION.matcher(text);
        if (text.length() > LENGTH_MAX || !caption.matches()) {
            return false;
        }
        String rest = caption.group(3);
        return rest == null
                || caption.group(2) != null
                || Character.isUpperCase(rest.codePointAt(0)) && !rest.endsWith(".");
    }

    /// Whether a line begins a caption, however close the line above is.
    static boolean begins(String line) {
        Matcher caption = CAPTION.matcher(line);
        return caption.matches() && (caption.group(2) != null || caption.group(3) == null);
    }
}
