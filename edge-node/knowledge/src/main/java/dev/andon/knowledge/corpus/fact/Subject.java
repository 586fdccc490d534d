package dev.andon.knowledge.corpus.fact;

import java.util.Optional;
import java.util.regex.Pattern;

/// A thing with a name, as grammar allows: no pronoun, no verb, few words.
///
/// @param name without its article
/// @param quantity that its clause says it is, as written: `gap` of "to a gap of"; or empty
record Subject(String name, String quantity) {
    private static final int WORDS_MAX = 8;

    private static final Pattern ARTICLE =
            Pattern.compile(
                    "^(?:" + WordList.of("article").alternatives() + "\\s*)+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NONE = WordList.of("subject.none").first();
    private static final Pattern BREAKS = WordList.of("subject.breaks").anywhere();
    /// Words that name nothing by themselves: "the default value".
    private static final Pattern GENERIC =
            Pattern.compile("(?iu)" + WordList.of("subject.generic").alternatives() + "|\\s+");

    /// Sentences are divided by these, and code is full of the others.
    private static final Pattern PUNCTUATED = Pattern.compile("[,;:!?#<>{}=|@$~]|\\.\\s|^-");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /// The thing that a phrase names; empty if it names none for sure.
    static Optional<Subject> of(String phrase) {
        String name = ARTICLE.matcher(phrase.strip()).replaceFirst("").strip();
        boolean named =
                LETTER.matcher(name).find()
                        && name.split("\\s+").length <= WORDS_MAX
                        && !NONE.matcher(name).find()
                        && !NONE.matcher(phrase.strip()).find()
                        && !BREAKS.matcher(name).find()
                        && !PUNCTUATED.matcher(name).find()
                        && !GENERIC.matcher(name).replaceAll("").isEmpty();
        return named ? Optional.of(new Subject(name, "")) : Optional.empty();
    }

    /// Whether the name is nothing but a quantity, "the pressure": of what is not said.
    boolean isBareQuantity() {
        return name.equalsIgnoreCase(Quantities.anyIn(name));
    }
}
