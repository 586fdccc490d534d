package dev.andon.node.tts.spoken;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words in capitals: H M I is spelled, WARNING and OFF are words, LOTO has its own sound.
final class Letters {
    private static final Map<String, String> ACRONYMS =
            Table.rows("acronyms.tsv").stream()
                    .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));
    private static final Set<String> WORDS =
            Table.rows("capital-words.txt").stream()
                    .flatMap(row -> Pattern.compile(" ").splitAsStream(row.getFirst()))
                    .collect(Collectors.toUnmodifiableSet());
    private static final Pattern VOWEL = Pattern.compile("[AEIOUY]");
    private static final int SPELLED_CHARS_MAX = 3;
    private static final int CODE_CHARS_MAX = 4;

    private Letters() {}

    /// "A bolt" begins with the article, not with the letter; a rule for before any letter is said.
    static List<UnaryOperator<String>> article() {
        return List.of(
                Rule.of("(?<=^|[.?!:] )A(?= [a-z]| \\d[\\d.,]*[ -]?" + Units.UNIT + ")", "a"));
    }

    static List<UnaryOperator<String>> rules() {
        return List.of(
                Rule.of("\\b([A-Z]{2,})s\\b", m -> inText(m.group(1)) + "s"),
                Rule.of("\\b[A-Z]{2,}\\b", m -> inText(m.group())));
    }

    /// A word of capitals in a sentence.
    static String inText(String capitals) {
        String known = ACRONYMS.get(capitals);
        if (known != null) {
            return known;
        }
        boolean word =
                WORDS.contains(capitals)
                        || (capitals.length() > SPELLED_CHARS_MAX
                                && VOWEL.matcher(capitals).find());
        return word ? capitals.toLowerCase(Locale.ROOT) : spelled(capitals);
    }

    /// The letters of a code: spelled, unless they are a word such as the press of "press3".
    static String inCode(String letters) {
        String capitals = letters.toUpperCase(Locale.ROOT);
        String known = ACRONYMS.get(capitals);
        if (known != null) {
            return known;
        }
        boolean spelled =
                letters.equals(capitals)
                        ? letters.length() <= CODE_CHARS_MAX
                        : letters.length() < SPELLED_CHARS_MAX || !VOWEL.matcher(capitals).find();
        return spelled ? spelled(capitals) : letters.toLowerCase(Locale.ROOT);
    }

    static String spelled(String letters) {
        return letters.toUpperCase(Locale.ROOT)
                .chars()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }
}
