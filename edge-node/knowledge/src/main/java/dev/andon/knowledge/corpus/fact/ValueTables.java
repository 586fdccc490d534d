package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.fact.Fact.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads tables of values: which columns hold figures, which say what the figures are of, and where
/// their unit stands (cell, header, column of units, caption).
///
/// A column is one of figures when its header says so, or when nothing else stands in it and its
/// figures have a unit from somewhere. A row without a key gives nothing.
final class ValueTables {
    private static final Set<Header> TEXT =
            Set.of(
                    Header.CODE,
                    Header.CAUSE,
                    Header.REMEDY,
                    Header.SYMPTOM,
                    Header.MEANING,
                    Header.UNIT,
                    Header.IDENTITY,
                    Header.NAME);
    private static final Set<Header> FIGURES =
            Set.of(Header.VALUE, Header.MINIMUM, Header.MAXIMUM, Header.COUNT, Header.INTERVAL);

    private static final Pattern CAPTION_NUMBER =
            Pattern.compile(
                    "(?iu)^(?:table|tableau|tabelle|tab\\.?)\\s*[\\p{Nd}.-]*\\s*[:.–-]?\\s*");
    private static final int KEY_WORDS_MAX = 10;

    private final Place place;

    ValueTables(Place place) {
        this.place = place;
    }

    List<Value> in(Table table) {
        Grid grid = Grid.of(table);
        int unitColumn = Header.UNIT.column(grid.headers());
        List<Column> columns =
                grid.columns()
                        .mapToObj(column -> Column.of(column, grid.headers().get(column)))
                        .filter(column -> holdsFigures(grid, column, unitColumn))
                        .toList();
        List<Value> values = new ArrayList<>();
        for (Grid.Row row : grid.rows()) {
            Keys.of(grid, row, columns, unitColumn)
                    .ifPresent(
                            keys ->
                                    values.addAll(
                                            row(
                                                    new Line(grid, row, keys, table.page()),
                                                    columns,
                                                    unitColumn)));
        }
        return values;
    }

    private static boolean holdsFigures(Grid grid, Column column, int unitColumn) {
        if (column.kind().filter(TEXT::contains).isPresent() || column.index() == unitColumn) {
            return false;
        }
        List<String> cells = grid.column(column.index());
        boolean anyFigure = cells.stream().anyMatch(Figures::isFigure);
        if (!anyFigure || column.index() == 0 && !column.is(Header.INTERVAL)) {
            return false;
        }
        boolean measured =
                !column.unit().isEmpty()
                        || unitColumn >= 0
                        || Figures.unitOf(grid.caption()).isPresent()
                        || !column.quantity().isEmpty();
        return column.kind().filter(FIGURES::contains).isPresent()
                || measured && mostly(cells, Figures::isFigure)
                || cells.stream().allMatch(cell -> Figures.isFigure(cell) && Figures.hasUnit(cell));
    }

    private static boolean mostly(List<String> cells, Predicate<String> test) {
        return 2 * cells.stream().filter(test).count() >= cells.size();
    }

    /// A row with its keys.
    private record Line(Grid grid, Grid.Row row, Keys keys, PageRef page) {}

    private List<Value> row(Line line, List<Column> columns, int unitColumn) {
        List<Value> values = new ArrayList<>();
        List<Limits.Limit> limits = new ArrayList<>();
        for (Column column : columns) {
            List<Value> found = cell(line, column, unitColumn);
            values.addAll(found);
            if (found.size() == 1) {
                limits.add(new Limits.Limit(column, found.getFirst()));
            }
        }
        values.addAll(Limits.ranges(limits));
        return values;
    }

    private List<Value> cell(Line line, Column column, int unitColumn) {
        String cell = line.row.cells().get(column.index());
        if (!Figures.isFigure(cell)) {
            return List.of();
        }
        String unit = unit(line, column, unitColumn);
        Stream<String> about =
                Stream.of(caption(line.grid).stream(), Stream.of(line.row.group()))
                        .flatMap(texts -> texts);
        List<String> conditions =
                Stream.of(line.keys.others().stream(), column.conditions().stream(), about)
                        .flatMap(texts -> texts)
                        .filter(text -> !text.isEmpty())
                        .toList();
        return Cell.measures(cell, unit, column).stream()
                .map(
                        found ->
                                new Value(
                                        line.keys.subject(),
                                        conditions,
                                        quantity(line, column, found.measure().unit()),
                                        found.measure(),
                                        found.written(),
                                        place.span(line.page, line.row.quote())))
                .toList();
    }

    private static String unit(Line line, Column column, int unitColumn) {
        if (column.is(Header.COUNT) || column.is(Header.INTERVAL)) {
            return column.unit();
        }
        if (!column.unit().isEmpty()) {
            return column.unit();
        }
        if (unitColumn >= 0) {
            return line.row.cells().get(unitColumn);
        }
        String inKey = Header.inBrackets(line.keys.subject());
        return Figures.isUnit(inKey) ? inKey : Figures.unitOf(line.grid.caption()).orElse("");
    }

    /// Of the column, else of the row, the table or the section, as far as the unit allows.
    private String quantity(Line line, Column column, String unit) {
        return column.quantity().isEmpty()
                ? Stream.of(line.keys.subject(), line.grid.caption(), place.heading())
                        .map(text -> Quantities.in(text, unit))
                        .filter(quantity -> !quantity.isEmpty())
                        .findFirst()
                        .orElse("")
                : column.quantity();
    }

    /// What a caption says behind its title: `General torques, class 8.8`.
    private static List<String> caption(Grid grid) {
        String title = CAPTION_NUMBER.matcher(grid.caption()).replaceFirst("");
        return Stream.of(title.split(",\\s+")).skip(1).filter(part -> !part.isBlank()).toList();
    }

    /// What the figures of a row are of.
    ///
    /// @param others the further keys, in the order of their columns
    private record Keys(String subject, List<String> others) {
        static Optional<Keys> of(Grid grid, Grid.Row row, List<Column> columns, int unitColumn) {
            List<Integer> keys =
                    grid.columns()
                            .filter(column -> column != unitColumn)
                            .filter(column -> columns.stream().noneMatch(c -> c.index() == column))
                            .filter(column -> isKey(row.cells().get(column)))
                            .boxed()
                            .toList();
            List<Integer> things =
                    keys.stream()
                            .filter(column -> !isIdentity(grid.headers().get(column)))
                            .toList();
            List<Integer> named = things.isEmpty() ? keys : things;
            boolean firstBlank =
                    row.cells().getFirst().isEmpty()
                            && columns.stream().noneMatch(c -> c.index() == 0);
            if (named.isEmpty() || firstBlank) {
                return Optional.empty();
            }
            String subject =
                    Header.named(
                            grid.headers().get(named.getFirst()),
                            row.cells().get(named.getFirst()));
            List<String> others =
                    keys.stream()
                            .filter(c -> !c.equals(named.getFirst()))
                            .map(c -> Header.named(grid.headers().get(c), row.cells().get(c)))
                            .toList();
            return subject.isEmpty() ? Optional.empty() : Optional.of(new Keys(subject, others));
        }

        private static boolean isKey(String cell) {
            return !cell.isBlank() && cell.split("\\s+").length <= KEY_WORDS_MAX;
        }

        private static boolean isIdentity(String header) {
            return Header.IDENTITY.is(header) || Header.CODE.is(header);
        }
    }
}
