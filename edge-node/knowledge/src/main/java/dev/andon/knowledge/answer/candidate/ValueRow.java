package dev.andon.knowledge.answer.candidate;

import dev.andon.knowledge.answer.candidate.Candidate.Row;
import dev.andon.knowledge.answer.question.Asked;
import dev.andon.knowledge.answer.question.Quantity;
import dev.andon.knowledge.answer.words.Opposites;
import dev.andon.knowledge.answer.words.Sentences;
import dev.andon.knowledge.answer.words.Words;
import dev.andon.knowledge.corpus.PassageText;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The values of a table row that a question asks for, each with its column's name and its unit.
///
/// The unit is that of the cell, of the column's header in brackets, or of a column of units. A
/// column of another quantity, of the opposite condition (minimum for maximum, dry for lubricated)
/// or of another model is not among them.
///
/// @param keys the cells that say what the row is about
/// @param values at least one
public record ValueRow(List<String> keys, List<Value> values) {
    private static final Pattern VALUE = Pattern.compile("[-−–+±≤≥<>~≈]?\\s?\\p{Nd}.*");
    private static final int KEY_WORDS_MAX = 8;

    /// What a unit is when a column has none of the wanted quantity.
    private static final String NONE = "?";

    public ValueRow {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    /// A cell with what belongs to it.
    ///
    /// @param label the column's header without its unit
    /// @param figure the cell, verbatim
    /// @param unit empty if the cell has it
    public record Value(String label, String figure, String unit) {
        public String spoken() {
            return unit.isEmpty() ? figure : figure + " " + unit;
        }
    }

    /// The values of a row that are asked for; empty if it has none, or if not all of it could be
    /// read: what is missing may be a condition.
    public static Optional<ValueRow> read(Asked asked, Row row) {
        boolean illegible =
                row.cells().stream().anyMatch(cell -> cell.contains(PassageText.ILLEGIBLE));
        if (asked.quantity().isEmpty() || illegible) {
            return Optional.empty();
        }
        Quantity quantity = asked.quantity().get();
        int unitColumn = unitColumn(row);
        List<Integer> columns =
                columns(row)
                        .filter(column -> column != unitColumn && isValue(row, column))
                        .filter(column -> !unit(quantity, row, column, unitColumn).equals(NONE))
                        .filter(column -> !contradicts(asked, row, column))
                        .boxed()
                        .toList();
        List<Value> values =
                ofNamedModel(asked, row, columns).stream()
                        .map(column -> value(row, column, unit(quantity, row, column, unitColumn)))
                        .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new ValueRow(keys(row, unitColumn), values));
    }

    private static String unit(Quantity quantity, Row row, int column, int unitColumn) {
        String cell = row.cells().get(column);
        Optional<String> inHeader = Quantity.unitOf(header(row, column));
        if (quantity.isValuedIn(cell)) {
            return "";
        }
        if (inHeader.filter(quantity::isUnit).isPresent()) {
            return inHeader.get();
        }
        if (unitColumn >= 0) {
            String inRow = row.cells().get(unitColumn);
            return quantity.isUnit(inRow) ? inRow : NONE;
        }
        return inHeader.isPresent() ? NONE : quantity.unitOfCaption(row.frame()).orElse(NONE);
    }

    private static Value value(Row row, int column, String unit) {
        return new Value(Quantity.withoutUnit(header(row, column)), row.cells().get(column), unit);
    }

    private static int unitColumn(Row row) {
        return columns(row)
                .filter(column -> header(row, column).toLowerCase(Locale.ROOT).startsWith("unit"))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isValue(Row row, int column) {
        return VALUE.matcher(row.cells().get(column)).matches();
    }

    private static boolean contradicts(Asked asked, Row row, int column) {
        return Opposites.contradict(
                asked.words(), asked.content(row.passage().manual(), header(row, column)));
    }

    /// Where columns are headed by models, those of the model in question.
    private static List<Integer> ofNamedModel(Asked asked, Row row, List<Integer> columns) {
        List<Integer> named = headed(row, columns, Words.canonicalTokens(asked.question().text()));
        List<String> models = asked.question().models();
        if (!named.isEmpty()) {
            return named;
        }
        List<Integer> ofModel =
                models.size() == 1
                        ? headed(row, columns, Words.canonicalTokens(models.getFirst()))
                        : List.of();
        return ofModel.isEmpty() ? columns : ofModel;
    }

    /// The columns whose header has one of the tokens with a digit.
    private static List<Integer> headed(Row row, List<Integer> columns, Set<String> tokens) {
        List<Integer> headed = new ArrayList<>();
        for (int column : columns) {
            Set<String> inHeader = new HashSet<>(Words.canonicalTokens(header(row, column)));
            inHeader.removeIf(token -> !Words.hasDigit(token));
            inHeader.retainAll(tokens);
            if (!inHeader.isEmpty()) {
                headed.add(column);
            }
        }
        return headed;
    }

    private static List<String> keys(Row row, int unitColumn) {
        return columns(row)
                .filter(column -> column != unitColumn && !isValue(row, column))
                .mapToObj(row.cells()::get)
                .filter(cell -> !cell.isBlank() && Sentences.words(cell) <= KEY_WORDS_MAX)
                .toList();
    }

    private static String header(Row row, int column) {
        return row.table().header().get(column);
    }

    private static IntStream columns(Row row) {
        return IntStream.range(0, row.cells().size());
    }
}
