package dev.andon.knowledge.answer.grounding;

import dev.andon.knowledge.answer.grounding.Token.Kind;
import dev.andon.knowledge.answer.words.Opposites;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.measure.Measure;
import dev.andon.knowledge.measure.Measures;
import dev.andon.knowledge.measure.Measures.Found;
import dev.andon.knowledge.measure.Units;
import dev.andon.knowledge.retrieval.Citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A row of a table with its column headers: cells that are words, and cells that are figures with
/// the units that their column, their row or the caption gives them.
///
/// @param headers of the columns, without units
/// @param words of the cells
/// @param values of the cells; empty where the cell is words
record StatedRow(
        Table table,
        List<String> cells,
        Surroundings around,
        List<Wording> headers,
        List<Wording> words,
        List<Optional<Measure>> values) {
    private static final Pattern IN_BRACKETS =
            Pattern.compile("[(\\[]([^()\\[\\]]*(?:\\(A\\))?)[)\\]]\\s*$");
    private static final Pattern IN_CAPTION = Pattern.compile("\\bin (\\S+?)(?:[,;.]|\\s|$)");
    private static final Pattern UNIT_COLUMN = Pattern.compile("(?iu)units?|unités?|einheit");
    private static final int NAME_WORDS_MAX = 12;
    private static final Pattern SENTENCE = Pattern.compile(".*[.!:]");

    StatedRow {
        headers = List.copyOf(headers);
        words = List.copyOf(words);
        values = List.copyOf(values);
    }

    /// The headers of a table's columns without their units.
    static List<Wording> headers(Table table) {
        return table.header().stream()
                .map(header -> Wording.of(IN_BRACKETS.matcher(header).replaceAll("")))
                .toList();
    }

    /// @param headers of the table
    static StatedRow of(
            Table table, List<String> cells, Surroundings around, List<Wording> headers) {
        List<Optional<Measure>> values =
                IntStream.range(0, cells.size())
                        .mapToObj(column -> value(table, cells, column))
                        .toList();
        List<Wording> words = cells.stream().map(Wording::of).toList();
        return new StatedRow(table, cells, around, headers, words, values);
    }

    /// As the manual has it, with its headers; under the caption if that says a condition.
    String verbatim() {
        String row = PassageText.rowText(table, cells);
        return conditions().isEmpty() ? row : table.caption() + ": " + row;
    }

    /// The conditions of the caption that hold for all of the table: `Torques, dry`.
    List<Token> conditions() {
        if (table.caption() == null) {
            return List.of();
        }
        List<Token> caption = Wording.of(table.caption()).tokens();
        Set<String> said =
                Stream.of(caption.stream(), tokens(headers), tokens(words))
                        .flatMap(tokens -> tokens)
                        .map(Token::plain)
                        .collect(Collectors.toSet());
        Set<String> alone = Opposites.alone(said);
        return caption.stream().filter(token -> alone.contains(token.plain())).toList();
    }

    private static Stream<Token> tokens(List<Wording> wordings) {
        return wordings.stream().flatMap(wording -> wording.tokens().stream());
    }

    /// Whether all of it could be read; a scanned page may hide a condition or a digit.
    boolean isLegible() {
        return cells.stream().noneMatch(cell -> cell.contains(PassageText.ILLEGIBLE));
    }

    /// Whether a cell or a header has this.
    boolean has(Token token) {
        return words.stream().anyMatch(cell -> cell.has(token))
                || headers.stream().anyMatch(header -> header.has(token));
    }

    List<String> models() {
        return around.passage().manual().models();
    }

    Citation citation() {
        return Statement.citation(around, table.page(), verbatim());
    }

    Wording words(int column) {
        return words.get(column);
    }

    boolean isValue(int column) {
        return values.get(column).isPresent();
    }

    /// A cell that names something, not one that tells it in sentences.
    boolean isName(int column) {
        return !isValue(column)
                && !cells.get(column).isBlank()
                && !UNIT_COLUMN.matcher(table.header().get(column)).matches()
                && !SENTENCE.matcher(cells.get(column)).matches()
                && words(column).tokens().size() <= NAME_WORDS_MAX;
    }

    /// The names of the row that tell it from the table's others: its first name, if that is
    /// enough; else all.
    List<Token> key() {
        List<Token> key = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            if (isName(column)) {
                key.addAll(words(column).content());
                if (isUnique(column)) {
                    return words(column).content();
                }
            }
        }
        return key;
    }

    /// Whether no other row of the table has this cell.
    boolean isUnique(int column) {
        String cell = cells.get(column);
        return table.rows().stream().filter(row -> row.get(column).equals(cell)).count() == 1;
    }

    /// The words of a column's header that another column of figures does not have.
    List<Token> distinction(int column) {
        List<Token> own = new ArrayList<>(headers.get(column).content());
        List<Integer> others =
                IntStream.range(0, cells.size())
                        .filter(other -> other != column && isValue(other))
                        .boxed()
                        .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        own.removeIf(
                token ->
                        others.stream()
                                .allMatch(
                                        other ->
                                                headers.get(other).content().stream()
                                                        .anyMatch(token::says)));
        return own;
    }

    boolean isMinimum(int column) {
        return headers.get(column).tokens().stream().anyMatch(t -> t.isWord("minimum"));
    }

    boolean isMaximum(int column) {
        return headers.get(column).tokens().stream().anyMatch(t -> t.isWord("maximum"));
    }

    private static Optional<Measure> value(Table table, List<String> cells, int column) {
        List<Found> found = Measures.in(cells.get(column));
        boolean whole =
                found.size() == 1
                        && Wording.of(cells.get(column)).tokens().stream()
                                .allMatch(t -> t.kind() == Kind.MEASURE);
        if (!whole) {
            return Optional.empty();
        }
        Measure measure = found.getFirst().measure();
        String unit = measure.unit().isEmpty() ? unit(table, cells, column) : measure.unit();
        return Optional.of(new Measure(measure.relation(), measure.from(), measure.to(), unit));
    }

    private static String unit(Table table, List<String> cells, int column) {
        Matcher brackets = IN_BRACKETS.matcher(table.header().get(column));
        if (brackets.find()) {
            return Units.code(brackets.group(1)).orElse("");
        }
        for (int other = 0; other < cells.size(); other++) {
            if (UNIT_COLUMN.matcher(table.header().get(other)).matches()) {
                return Units.code(cells.get(other)).orElse("");
            }
        }
        String caption = table.caption() == null ? "" : table.caption();
        Matcher inCaption = IN_CAPTION.matcher(caption);
        return inCaption.find() ? Units.code(inCaption.group(1)).orElse("") : "";
    }
}
