package dev.andon.knowledge.answer.candidate;

import java.util.regex.Pattern;

/// The form in which a command is written, `M68 E- Q-` or `latency-plot --hal [Options]`: it shows
/// how, and describes nothing.
final class UsageLine {
    /// A letter that stands for a word with a number, what may be left out, or what is filled in.
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "[\\[<({]*[\\p{Lu}$]{1,2}-[\\])>}]*[.,]?|[\\[<].*|.*[\\]>][.,]?|--?\\p{L}.*");

    private static final Pattern PROSE =
            Pattern.compile("\\p{Ll}{2,}[.,;:]?|\\p{Lu}\\p{Ll}+[.,;:]?");
    private static final Pattern USAGE =
            Pattern.compile("(?i)^\\s*(?:usage|syntax|synopsis)\\s*:.*");
    private static final int PROSE_WORDS_MAX = 1;

    private UsageLine() {}

    /// Whether a sentence is one.
    static boolean is(String sentence) {
        int placeholders = 0;
        int prose = 0;
        for (String word : sentence.strip().split("\\s+")) {
            if (PLACEHOLDER.matcher(word).matches()) {
                placeholders++;
            } else if (PROSE.matcher(word).matches()) {
                prose++;
            }
        }
        return placeholders > 0 && prose <= PROSE_WORDS_MAX
                || USAGE.matcher(sentence).matches() && prose <= placeholders + PROSE_WORDS_MAX;
    }
}
