package dev.andon.knowledge.corpus.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts running text into sentences.
final class Sentences {
    private static final Pattern END =
            Pattern.compile("(?<=[.!?])[\"”’»)]?\\s+(?=[\"“‘«(]?[\\p{Lu}\\p{Nd}])");
    private static final Pattern ABBREVIATION =
            Pattern.compile(
                    "(?i).*(?:^|[\\s(])(?:e\\.g|i\\.e|approx|no|nr|fig|tab|sec|max|min|vs|etc|ca|cf"
                            + "|resp|incl|dia|p|pp|dr|mr|z\\.\\s?b|bzw|env|réf)\\.$");

    private Sentences() {}

    /// The sentences of a text, verbatim and in order.
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            if (!ABBREVIATION.matcher(text.substring(from, end.start())).matches()) {
                sentences.add(text.substring(from, end.end()).strip());
                from = end.end();
            }
        }
        if (from < text.length()) {
            sentences.add(text.substring(from).strip());
        }
        return sentences;
    }
}
