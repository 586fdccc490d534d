package dev.andon.knowledge.answer.evidence;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.retrieval.Passage;

import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a section speaks of what a question names.
final class Names {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private Names() {}

    /// Whether a name stands in the section of a passage, in its headings or in its manual's title;
    /// whatever its capitals, but in the asked direction: what comes from there does not go there.
    static boolean stand(Asked asked, String name, Passage passage) {
        String text =
                String.join(
                        "\n",
                        PassageText.render(passage.section().blocks()),
                        passage.text(),
                        String.join(" . ", passage.path()),
                        passage.manual().title(),
                        String.join(" ", passage.manual().models()));
        if (isTo(name, asked.question().text()) && isFrom(name, text) && !isTo(name, text)) {
            return false;
        }
        if (WORD.matcher(name).matches()) {
            return asked.language().content(name).stream()
                    .allMatch(word -> Words.isMetBy(word, asked.content(passage.manual(), text)));
        }
        return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isTo(String name, String text) {
        return at("to|into|in|for", "(?: the)? ", name, text);
    }

    private static boolean isFrom(String name, String text) {
        return at("from", "[^.:;\\n]{0,30}\\b", name, text);
    }

    private static boolean at(String preposition, String between, String name, String text) {
        String there = "(?i)\\b(?:" + preposition + ")" + between + Pattern.quote(name);
        return Pattern.compile(there).matcher(text).find();
    }
}
