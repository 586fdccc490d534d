package dev.andon.hub.store;

/// Text as every database can hold it: PostgreSQL refuses the character NUL, and no UTF-8 has half
/// a surrogate pair. Both may come from a node, and must not stop the stream.
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /// The text, with U+FFFD for what cannot be held.
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!holds(text, i)) {
                return mended(text);
            }
        }
        return text;
    }

    /// Whether all of it can be held.
    public static boolean holds(String text) {
        return of(text).equals(text);
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (!holds(text, i)) {
                mended.setCharAt(i, REPLACEMENT);
            }
        }
        return mended.toString();
    }

    private static boolean holds(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0;
    }
}
