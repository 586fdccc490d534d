package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.Manual;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds the number by which a part is ordered.
public final class PartNumber {
    private static final Pattern HEADER =
            Pattern.compile(
                    "(?iu)(?:spare |order |ordering"
                            + " )?(?:part|order|ordering|article|item|catalogue)[- ]?"
                            + "(?:number|no\\.?|code)|référence|réf\\.?|part|p/?n"
                            + "|(?:ersatz)?teile?-?(?:nummer|nr\\.?)"
                            + "|(?:bestell|artikel)-?(?:nummer|nr\\.?)");

    /// Letters or digits in groups, at least one digit and six signs: `PX2-2217-02`.
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(?=[^ ]*\\p{Nd})(?=[^ ]{6})[\\p{Lu}\\p{Nd}]+(?:[-./][\\p{Lu}\\p{Nd}]+)+");

    private PartNumber() {}

    /// Whether a row has a column of part numbers, or a sentence names one.
    static boolean isIn(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Row row -> column(row).isPresent();
            case Candidate.Sentence sentence ->
                    Words.tokens(sentence.text()).stream()
                            .anyMatch(token -> WRITTEN.matcher(token).matches());
            case Candidate.Steps _ -> false;
        };
    }

    /// Whether at least half of the name in a row was asked for: a ram seal kit is no ram.
    static boolean isNamed(Candidate.Row row, Asked asked) {
        int number = column(row).orElse(-1);
        for (int column = 0; column < row.cells().size(); column++) {
            String name = row.cells().get(column).replaceFirst(",.*", "");
            if (column != number && !Words.content(name).isEmpty()) {
                return isNamed(name, row.passage().manual(), asked);
            }
        }
        return false;
    }

    /// The same for a sentence such as `Part: ram seal kit HP63-1004-02.`
    static boolean isNamed(Candidate.Sentence sentence, Asked asked) {
        return isNamed(sentence.text(), sentence.passage().manual(), asked);
    }

    private static boolean isNamed(String name, Manual manual, Asked asked) {
        List<Set<String>> words =
                Words.tokens(name).stream()
                        .filter(token -> !Words.hasDigit(token))
                        .map(token -> asked.head(manual, token))
                        .filter(content -> !content.isEmpty() && !content.contains("part"))
                        .toList();
        long met =
                words.stream().filter(word -> !Collections.disjoint(word, asked.words())).count();
        return met > 0 && 2 * met >= words.size();
    }

    /// The column of part numbers, if the row has a number in it.
    public static OptionalInt column(Candidate.Row row) {
        List<String> header = row.table().header();
        return IntStream.range(0, row.cells().size())
                .filter(column -> HEADER.matcher(header.get(column).strip()).matches())
                .filter(column -> Words.hasDigit(row.cells().get(column)))
                .findFirst();
    }
}
