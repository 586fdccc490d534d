package dev.andon.knowledge.answer.wording;

/// Tokens of a text where no tokenizer can be asked: one for every two letters of a word, and one
/// for every other sign but a space. English text has about half as many, so that what fits by this
/// estimate fits.
public final class TokenEstimate {
    private static final int LETTERS_A_TOKEN = 2;

    private TokenEstimate() {}

    /// An upper estimate.
    public static int of(String text) {
        int tokens = 0;
        int letters = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isPlainLetter(text.charAt(at))) {
                letters++;
            } else {
                tokens += tokens(letters) + (Character.isWhitespace(text.charAt(at)) ? 0 : 1);
                letters = 0;
            }
        }
        return tokens + tokens(letters);
    }

    private static int tokens(int letters) {
        return (letters + LETTERS_A_TOKEN - 1) / LETTERS_A_TOKEN;
    }

    private static boolean isPlainLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
