package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.corpus.PassageText;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Forms in which no manual speaks to a technician: whatever they say, they are never spoken.
final class Unspeakable {
    /// No sentence that a person can follow is longer.
    private static final int CHARS_MAX = 500;

    private static final Map<String, Pattern> FORMS =
            Map.of(
                    "a link",
                            pattern(
                                    "https?:|www\\.|\\b[a-z0-9-]+\\.(?:com|org|net|io|de|fr)\\b|@[a-z]"),
                    "markup",
                            pattern(
                                    "</?[a-z!]|\\*\\*|`|\\]\\(|^#|\\{\\{|\\[/?[a-z]+\\]|<\\||^\\s*\\||__"),
                    "a role", pattern("^\\s*(?:system|assistant|user|human|ai|bot)\\s*:"),
                    "talk of itself",
                            pattern(
                                    "\\b(?:as an? (?:ai|assistant|language model)|language"
                                        + " model|chatbot"
                                        + "|my|me|mine|we|our|us|i'(?:m|ve|ll|d)|i’(?:m|ve|ll|d))\\b|(?-i:\\bI\\b)"),
                    "a question", pattern("\\?"),
                    "what could not be read",
                            Pattern.compile(Pattern.quote(PassageText.ILLEGIBLE)));

    /// Signs beside ASCII that manuals are set with.
    private static final String SIGNS = "’‘“”„«»–—−…·⋅•°µμΩ±×≤≥≈→ØΔ€£§®™²³\u00a0\u202f";

    private Unspeakable() {}

    /// Why the sentence cannot be spoken; empty if its form is fit.
    ///
    /// @param manuals the texts that it is made from: their own scripts are fit
    static Optional<String> reason(String sentence, List<String> manuals) {
        if (sentence.length() > CHARS_MAX) {
            return Optional.of("longer than " + CHARS_MAX + " characters");
        }
        Optional<String> form =
                FORMS.entrySet().stream()
                        .filter(entry -> entry.getValue().matcher(sentence).find())
                        .map(Map.Entry::getKey)
                        .findFirst();
        return form.or(
                () ->
                        sentence.codePoints()
                                .filter(point -> !isFit(point, manuals))
                                .mapToObj("the character U+%04X"::formatted)
                                .findFirst());
    }

    private static boolean isFit(int point, List<String> manuals) {
        if (point < 0x7f) {
            return point >= ' ' || point == '\n' || point == '\t';
        }
        if (SIGNS.indexOf(point) >= 0 || isLatinLetter(point)) {
            return true;
        }
        String letter = Character.toString(point);
        return Character.isLetter(point)
                && manuals.stream().anyMatch(text -> text.contains(letter))
                && UnicodeScript.of(point) != UnicodeScript.LATIN
                && manuals.stream()
                        .noneMatch(text -> text.codePoints().anyMatch(Unspeakable::isLatinLetter));
    }

    /// With accents, but no other width, and no ligature.
    private static boolean isLatinLetter(int point) {
        return Character.isLetter(point)
                && point < 0x180
                && UnicodeScript.of(point) == UnicodeScript.LATIN
                && point != 'ª'
                && point != 'º';
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile("(?i)" + regex);
    }
}
