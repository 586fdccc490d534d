package dev.andon.node.tts.spoken;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of writing and how it is said.
///
/// @param written what it applies to, anywhere in the text
/// @param spoken the words for one match; spaces are put around them
record Rule(Pattern written, Function<MatchResult, String> spoken)
        implements UnaryOperator<String> {
    static Rule of(String regex, Function<MatchResult, String> spoken) {
        return new Rule(Pattern.compile(regex), spoken);
    }

    /// The same words for every match.
    static Rule of(String regex, String spoken) {
        return of(regex, match -> spoken);
    }

    @Override
    public String apply(String text) {
        return written.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(apart(text, match)));
    }

    /// The words, with a blank where they would touch what stands beside them.
    private String apart(String text, MatchResult match) {
        String words = spoken.apply(match).strip();
        boolean blankBefore = match.start() > 0 && text.charAt(match.start() - 1) != ' ';
        boolean blankBehind = match.end() < text.length() && text.charAt(match.end()) != ' ';
        return (blankBefore ? " " : "") + words + (blankBehind ? " " : "");
    }
}
