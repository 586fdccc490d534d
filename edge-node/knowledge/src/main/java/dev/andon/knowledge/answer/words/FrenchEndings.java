package dev.andon.knowledge.answer.words;

import java.util.regex.Pattern;

/// Takes a participle for its verb, which the light stems keep apart: `reliée` is `relier`.
final class FrenchEndings {
    private static final Pattern PARTICIPLE = Pattern.compile("(?<=\\p{L}{4})(?:ée?s?|ez)$");

    private FrenchEndings() {}

    /// @param word in small letters, its accents composed
    static String infinitive(String word) {
        return PARTICIPLE.matcher(word).replaceFirst("er");
    }
}
