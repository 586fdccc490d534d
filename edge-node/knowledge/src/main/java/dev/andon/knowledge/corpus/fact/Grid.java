package dev.andon.knowledge.corpus.fact;

import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PassageText;
import dev.andon.knowledge.measure.Measures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table as it is meant: headers of two lines as one, a header that is data as a row, blank keys
/// filled from above, group lines as conditions.
///
/// @param caption empty if it has none
/// @param headers one a column
record Grid(String caption, List<String> headers, List<Row> rows) {
    Grid {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    /// A row.
    ///
    /// @param cells as they are meant
    /// @param group the line that stands above its group of rows; empty without one
    /// @param quote the row as the table has it
    record Row(List<String> cells, String group, String quote) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    static Grid of(Table table) {
        Table whole = headless(table) ? withoutHeader(table) : table;
        List<String> headers = whole.header();
        int first = 0;
        while (first < whole.rows().size() - 1
                && isSecondHeader(headers, whole.rows().get(first))) {
            headers = merged(headers, whole.rows().get(first));
            first++;
        }
        String caption = whole.caption() == null ? "" : whole.caption();
        return new Grid(caption, headers, rows(whole, first));
    }

    /// A key-value table whose first line was taken for a header.
    private static boolean headless(Table table) {
        List<String> header = table.header();
        return header.size() == 2
                && !header.getFirst().isEmpty()
                && Measures.in(header.getFirst()).isEmpty()
                && Figures.isFigure(header.getLast())
                && Figures.hasUnit(header.getLast());
    }

    private static Table withoutHeader(Table table) {
        List<List<String>> rows = new ArrayList<>(table.rows());
        rows.addFirst(table.header());
        List<String> none = table.header().stream().map(header -> "").toList();
        return new Table(table.caption(), none, rows, table.page());
    }

    /// A line without a key and without figures, below a header.
    private static boolean isSecondHeader(List<String> headers, List<String> row) {
        return row.getFirst().isEmpty()
                && row.stream().anyMatch(cell -> !cell.isEmpty())
                && row.stream().noneMatch(Figures::isFigure)
                && headers.stream().anyMatch(header -> !header.isEmpty());
    }

    /// A blank upper header is the one to its left, over several columns.
    private static List<String> merged(List<String> upper, List<String> lower) {
        List<String> headers = new ArrayList<>();
        String above = "";
        for (int column = 0; column < upper.size(); column++) {
            above = upper.get(column).isEmpty() ? above : upper.get(column);
            String below = lower.get(column);
            headers.add(
                    below.isEmpty()
                            ? upper.get(column)
                            : above.isEmpty() ? below : above + ", " + below);
        }
        return headers;
    }

    private static List<Row> rows(Table table, int first) {
        List<Row> rows = new ArrayList<>();
        String group = "";
        String key = "";
        for (List<String> cells : table.rows().subList(first, table.rows().size())) {
            if (isGroup(cells)) {
                group = cells.getFirst();
                key = "";
                continue;
            }
            boolean keyed = !cells.getFirst().isEmpty();
            key = keyed ? cells.getFirst() : key;
            rows.add(
                    new Row(
                            keyed ? cells : under(key, cells),
                            group,
                            PassageText.rowText(table, cells)));
        }
        return rows;
    }

    private static boolean isGroup(List<String> cells) {
        long filled = cells.stream().filter(cell -> !cell.isEmpty()).distinct().count();
        return cells.size() > 1
                && filled == 1
                && !cells.getFirst().isEmpty()
                && !Figures.isFigure(cells.getFirst());
    }

    /// The key of the row above, where another key tells this row from it.
    private static List<String> under(String key, List<String> cells) {
        boolean told =
                cells.size() > 2 && !cells.get(1).isEmpty() && !Figures.isFigure(cells.get(1));
        List<String> filled = new ArrayList<>(cells);
        filled.set(0, told ? key : "");
        return filled;
    }

    IntStream columns() {
        return IntStream.range(0, headers.size());
    }

    List<String> column(int column) {
        return rows.stream()
                .map(row -> row.cells().get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
