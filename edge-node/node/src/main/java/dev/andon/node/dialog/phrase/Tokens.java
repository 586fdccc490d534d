package dev.andon.node.dialog.phrase;

import dev.andon.knowledge.answer.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Words in the form in which phrases are compared: small letters without accents, signs gone; what
/// stands before an apostrophe or a hyphen is a word of its own.
public final class Tokens {
    private static final Pattern SIGNS = Pattern.compile("(?<![0-9])[.,:]|[.,:](?![0-9])");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.,:]+");

    private Tokens() {}

    /// For each of these words the one that it was written as, with its signs; empty for what
    /// follows within one: `l'étape` is `l'étape` and nothing.
    static List<String> written(String text) {
        List<String> written = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            int tokens = of(word).size();
            for (int i = 0; i < tokens; i++) {
                written.add(i == 0 ? word : "");
            }
        }
        return written;
    }

    /// The words of a text; none of an empty one.
    public static List<String> of(String text) {
        String plain = Words.plain(text).replace("ß", "ss").replace("œ", "oe");
        String bare = NO_WORD.matcher(SIGNS.matcher(plain).replaceAll(" ")).replaceAll(" ");
        return bare.isBlank() ? List.of() : List.of(bare.strip().split(" "));
    }
}
