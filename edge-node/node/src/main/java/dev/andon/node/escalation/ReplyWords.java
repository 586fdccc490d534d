package dev.andon.node.escalation;

import dev.andon.knowledge.answer.words.AskedLanguage;
import dev.andon.knowledge.answer.words.Language;
import dev.andon.knowledge.corpus.WrittenCode;
import dev.andon.knowledge.measure.AnyNumber;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/// How a reply of the expert is told.
///
/// Only what stands in a manual may be heard as a figure: so his words are spoken only where they
/// say no number and no code, and are short and in the language of the voice. Else they are shown,
/// and that is said.
///
/// @param spoken sentences, one after the other
/// @param shown the expert's words as they are
public record ReplyWords(List<String> spoken, String shown) {
    /// Longer words are read, not listened to.
    static final int SPOKEN_WORDS_MAX = 35;

    /// How codes and abbreviations are written that have no digit: `HX-A`, `PLC`.
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2}|\\p{Lu}-\\p{Lu}");

    private static final String ON_THE_SCREEN = "The answer is on the screen.";

    public ReplyWords {
        spoken = List.copyOf(spoken);
    }

    /// @param text redacted
    /// @param machine its name as registered; null if none is known
    public static ReplyWords of(String text, @Nullable String machine) {
        String answered =
                machine == null
                        ? "The expert has answered your question."
                        : "The expert has answered your question about %s.".formatted(machine);
        return new ReplyWords(List.of(answered, speakable(text) ? text : ON_THE_SCREEN), text);
    }

    private static boolean speakable(String text) {
        return !AnyNumber.in(text)
                && WrittenCode.in(text).isEmpty()
                && !CAPITALS.matcher(text).find()
                && text.split("\\s+").length <= SPOKEN_WORDS_MAX
                && AskedLanguage.of(text).orElse(Language.ENGLISH) == Language.ENGLISH;
    }
}
