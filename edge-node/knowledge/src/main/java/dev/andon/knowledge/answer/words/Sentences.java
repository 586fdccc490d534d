package dev.andon.knowledge.answer.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts running text into sentences and counts words, as a voice would.
public final class Sentences {
    private static final Pattern END =
            Pattern.compile("(?<=[.!?])[\"”’)]?\\s+(?=[\"“‘(]?[\\p{Lu}\\p{Nd}])");
    private static final Pattern ABBREVIATION =
            Pattern.compile(
                    "(?i).*(?:^|[\\s(])(?:e\\.g|i\\.e|approx|no|nr|fig|tab|sec|max|min|vs|etc|ca|cf|resp|incl|dia|p|pp|dr|mr)\\.$");

    private Sentences() {}

    /// The sentences of a text, verbatim and in order.
    public static List<String> split(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            String sentence = text.substring(from, end.start());
            if (!ABBREVIATION.matcher(sentence).matches()) {
                sentences.add(text.substring(from, end.end()).strip());
                from = end.end();
            }
        }
        if (from < text.length()) {
            sentences.add(text.substring(from).strip());
        }
        return sentences;
    }

    /// The number of words.
    public static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    /// The text with a full stop, unless it ends a sentence already.
    public static String ended(String text) {
        return text.matches("(?s).*[.!?:]") ? text : text + ".";
    }

    /// The longest beginning that ends at a clause boundary and has no more words than given; empty
    /// if there is none.
    public static String beginning(String text, int wordsMax) {
        String best = "";
        Matcher boundary = Pattern.compile("[,;:.!?–](?=\\s)").matcher(text);
        while (boundary.find()) {
            String beginning = text.substring(0, boundary.start());
            if (words(beginning) <= wordsMax) {
                best = beginning;
            }
        }
        return best;
    }
}
