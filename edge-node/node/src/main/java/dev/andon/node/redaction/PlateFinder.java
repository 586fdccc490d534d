package dev.andon.node.redaction;

import dev.andon.knowledge.answer.words.WordFile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds licence plates by their form alone: French, Belgian and British ones, and German ones
/// whose first letters are a district. Others are found behind a word that says so.
final class PlateFinder implements Finder {
    private static final WordFile WORDS = WordFile.read(PlateFinder.class, "plates.txt");
    private static final Set<String> DISTRICTS = Set.copyOf(WORDS.words("districts"));
    private static final Pattern BY_FORM = exact("forms");
    private static final Pattern GERMAN = exact("german");
    private static final Pattern BEHIND_A_WORD = WORDS.pattern("behind a word");

    /// A shorter one behind such a word is more often a size or a code: "plaque M8".
    private static final int SIGNS_MIN = 5;

    @Override
    public List<Span> find(FoldedText text) {
        List<Span> spans = new ArrayList<>();
        BY_FORM.matcher(text.original())
                .results()
                .forEach(match -> spans.add(span(match.start(), match.end())));
        GERMAN.matcher(text.original())
                .results()
                .filter(match -> DISTRICTS.contains(match.group("district")))
                .forEach(match -> spans.add(span(match.start(), match.end())));
        BEHIND_A_WORD
                .matcher(text.original())
                .results()
                .filter(match -> isPlate(match.group("number")))
                .forEach(match -> spans.add(span(match.start("number"), match.end("number"))));
        return spans;
    }

    private static boolean isPlate(String written) {
        return written.chars().anyMatch(Character::isDigit)
                && written.chars().anyMatch(Character::isLetter)
                && written.chars().filter(Character::isLetterOrDigit).count() >= SIGNS_MIN;
    }

    private static Span span(int start, int end) {
        return new Span(start, end, Span.Kind.PLATE, false);
    }

    /// Plates are written in capitals.
    private static Pattern exact(String list) {
        return Pattern.compile(String.join("|", WORDS.lines(list)));
    }
}
