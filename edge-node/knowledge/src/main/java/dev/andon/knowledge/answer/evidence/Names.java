package dev.andon.knowledge.answer.evidence;

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
    /// whatever its capitals.
    static boolean stand(String name, Passage passage) {
        String text =
                String.join(
                        "\n",
                        PassageText.render(passage.section().blocks()),
                        passage.text(),
                        String.join(" . ", passage.path()),
                        passage.manual().title(),
                        String.join(" ", passage.manual().models()));
        if (WORD.matcher(name).matches()) {
            return Words.content(name).stream()
                    .allMatch(word -> Words.isMetBy(word, Words.content(text)));
        }
        return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
