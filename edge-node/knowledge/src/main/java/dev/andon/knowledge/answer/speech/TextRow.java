package dev.andon.knowledge.answer.speech;

import dev.andon.knowledge.answer.candidate.AskedCell;
import dev.andon.knowledge.answer.candidate.Candidate.Row;
import dev.andon.knowledge.answer.candidate.PartNumber;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Quantity;
import dev.andon.knowledge.answer.words.FirstLetter;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A row of words, as a voice says it: `E-42, layer sheet missing.`, then `Remedy: ...`.
///
/// The other columns come in the table's order, but a remedy before a cause unless the question
/// asks why, and an interval first where it asks how often; figures with their units come at once.
/// What has a short name is said in one sentence with its first fact: `Hoist chain, interval: Every
/// month.`
///
/// @param subject the row's key, for a fault with its meaning
/// @param more the other cells with their headers, most wanted first
public record TextRow(String subject, List<String> more) {
    private static final Set<String> REMEDY =
            Words.content("remedy action measure correction solution work countermeasure remède");
    private static final Set<String> CAUSE = Words.content("cause reason");
    private static final Set<String> MEANING =
            Words.content("meanings description fault message text name designation title");

    private static final Set<String> INTERVAL = Words.content("interval frequency every period");
    private static final Pattern OFTEN = Pattern.compile("(?i)\\b(?:how often|when|interval)\\b");
    private static final Pattern FIGURE = Pattern.compile("[-−–+±≤≥<>]?\\s?\\p{Nd}[\\p{Nd}., –-]*");
    private static final Pattern WHY = Pattern.compile("(?i)\\b(?:why|cause[sd]?|reason)\\b");

    /// A subject of up to so many words is a name, and its first fact follows in the same sentence.
    private static final int NAME_WORDS_MAX = 5;

    public TextRow {
        more = List.copyOf(more);
    }

    static TextRow read(Asked asked, Row row) {
        int key = keyColumn(asked, row);
        boolean partAsked = PartNumber.column(row).stream().anyMatch(column -> column == key);
        int meaning = asked.codes().isEmpty() && !partAsked ? -1 : meaningColumn(row, key);
        String subject = row.cells().get(key);
        if (meaning >= 0) {
            subject += ", " + FirstLetter.small(row.cells().get(meaning));
        }
        List<Integer> crossing = AskedCell.columns(asked, row);
        List<Integer> others = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            if (column == key || column == meaning || row.cells().get(column).isBlank()) {
                continue;
            }
            if (crossing.isEmpty()) {
                valued(row, column).ifPresentOrElse(values::add, adder(others, column));
            } else if (crossing.contains(column)) {
                values.add(row.table().header().get(column) + " " + row.cells().get(column));
            } else {
                others.add(column);
            }
        }
        if (!values.isEmpty()) {
            subject += ": " + String.join(", ", values);
        }
        others.sort(Comparator.comparingInt(column -> order(asked, row, column)));
        List<String> more = new ArrayList<>(others.stream().map(c -> named(row, c)).toList());
        boolean name =
                meaning < 0 && values.isEmpty() && Sentences.words(subject) <= NAME_WORDS_MAX;
        if (name && !more.isEmpty()) {
            subject += ", " + FirstLetter.small(more.removeFirst());
        }
        return new TextRow(subject, more);
    }

    private static Runnable adder(List<Integer> columns, int column) {
        return () -> columns.add(column);
    }

    /// A figure under a header with its unit: `minimum 88 bar`.
    private static Optional<String> valued(Row row, int column) {
        String header = row.table().header().get(column);
        String cell = row.cells().get(column);
        return Quantity.unitOf(header)
                .filter(_ -> FIGURE.matcher(cell).matches())
                .map(
                        unit ->
                                FirstLetter.small(Quantity.withoutUnit(header))
                                        + " "
                                        + cell
                                        + " "
                                        + unit);
    }

    private static int keyColumn(Asked asked, Row row) {
        Set<String> codes = new HashSet<>();
        asked.codes().forEach(code -> codes.add(Words.canonical(code)));
        boolean crossing = !AskedCell.columns(asked, row).isEmpty();
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column);
            if (crossing
                    ? AskedCell.isKey(asked, row, cell)
                    : codes.contains(Words.canonical(cell))) {
                return column;
            }
        }
        return wordiest(asked, row);
    }

    /// The column with the most words of the question, the first of several.
    private static int wordiest(Asked asked, Row row) {
        int best = 0;
        long most = -1;
        for (int column = 0; column < row.cells().size(); column++) {
            long hits =
                    Words.content(row.cells().get(column)).stream()
                            .filter(asked.words()::contains)
                            .count();
            if (hits > most) {
                best = column;
                most = hits;
            }
        }
        return best;
    }

    private static int meaningColumn(Row row, int key) {
        for (int column = 0; column < row.cells().size(); column++) {
            boolean other = column != key && !row.cells().get(column).isBlank();
            if (other && is(row, column, MEANING)) {
                return column;
            }
        }
        return -1;
    }

    private static int order(Asked asked, Row row, int column) {
        String text = asked.question().text();
        if (OFTEN.matcher(text).find() && is(row, column, INTERVAL)) {
            return 0;
        }
        if (is(row, column, CAUSE)) {
            return WHY.matcher(text).find() ? 1 : 3;
        }
        return is(row, column, REMEDY) ? 2 : 4;
    }

    private static boolean is(Row row, int column, Set<String> names) {
        String header = row.table().header().get(column);
        boolean meaning = names == MEANING && header.toLowerCase(Locale.ROOT).startsWith("meaning");
        return meaning || Words.content(header).stream().anyMatch(names::contains);
    }

    private static String named(Row row, int column) {
        String header = row.table().header().get(column);
        String cell = row.cells().get(column);
        boolean told = header.isEmpty() || header.toLowerCase(Locale.ROOT).startsWith("value");
        return told ? cell : header + ": " + FirstLetter.small(cell);
    }
}
