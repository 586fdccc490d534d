package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.measure.Measures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The cell where the row and the column cross that a question names: `5223` for the Z offset of
/// G54 in a table with a row `G54` and a column `Z`; or in a table of G54 alone with a row `Z` and
/// a column of parameters.
public final class AskedCell {
    /// A header or a key that is one capital, as the axes of a machine are, is asked for as it is
    /// written.
    private static final Pattern LETTER = Pattern.compile("\\p{Lu}");

    private static final Pattern ASKED_LETTER =
            Pattern.compile("(?<=\\s)\\p{Lu}(?![\\p{L}\\p{N}'’.-])");
    private static final Pattern WHICH_PARAMETER =
            Pattern.compile("(?iu)\\b(?:parameter|variable|register|address)\\b");

    private AskedCell() {}

    /// The columns that a question names of a row whose key it names; none where either is not
    /// named.
    public static List<Integer> columns(Asked asked, Candidate.Row row) {
        if (asked.kind() != Asked.Kind.OPEN || !isInPlace(asked, row)) {
            return List.of();
        }
        Set<String> letters = letters(asked);
        Set<String> keys = keys(asked);
        keys.addAll(ofAskedTable(asked, row) ? letters : Set.of());
        List<Integer> columns = new ArrayList<>();
        boolean keyed = false;
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column);
            if (!cell.isBlank() && keys.contains(Words.canonical(cell))) {
                keyed = true;
            } else if (!cell.isBlank() && isNamed(row.table().header().get(column), asked)) {
                columns.add(column);
            }
        }
        return keyed ? columns : List.of();
    }

    /// Whether a cell is the key by which a question names its row.
    public static boolean isKey(Asked asked, Candidate.Row row, String cell) {
        String key = Words.canonical(cell);
        return keys(asked).contains(key)
                || ofAskedTable(asked, row) && letters(asked).contains(key);
    }

    /// A figure may be a key in any table: its caption or its section must be about the subject.
    private static boolean isInPlace(Asked asked, Candidate.Row row) {
        String place = row.passage().heading() + " " + row.frame();
        return !Collections.disjoint(Words.content(place), asked.words()) || asked.hasDesignation();
    }

    /// Whether all codes of the question stand in the caption, so that the rows are their parts.
    private static boolean ofAskedTable(Asked asked, Candidate.Row row) {
        Set<String> caption = Words.canonicalTokens(row.frame());
        return !asked.tokens().isEmpty()
                && asked.tokens().stream().map(Words::canonical).allMatch(caption::contains);
    }

    /// Codes and numbers, also in words: `coordinate system nine`; a `one` is hardly a number.
    private static Set<String> keys(Asked asked) {
        Set<String> keys = new HashSet<>();
        asked.tokens().forEach(token -> keys.add(Words.canonical(token)));
        for (Measures.Found found : Measures.in(asked.question().text())) {
            BigDecimal value = found.measure().from();
            if (found.measure().unit().isEmpty() && value.compareTo(BigDecimal.ONE) > 0) {
                keys.add(value.toPlainString());
            }
        }
        return keys;
    }

    private static Set<String> letters(Asked asked) {
        Set<String> letters = new HashSet<>();
        Matcher matcher = ASKED_LETTER.matcher(asked.question().text());
        while (matcher.find()) {
            letters.add(matcher.group());
        }
        return letters;
    }

    private static boolean isNamed(String header, Asked asked) {
        String name = header.strip();
        if (LETTER.matcher(name).matches()) {
            return letters(asked).contains(name);
        }
        Set<String> words = Words.content(name);
        boolean parameter =
                WHICH_PARAMETER.matcher(name).find()
                        && WHICH_PARAMETER.matcher(asked.question().text()).find();
        return parameter || !words.isEmpty() && asked.words().containsAll(words);
    }
}
