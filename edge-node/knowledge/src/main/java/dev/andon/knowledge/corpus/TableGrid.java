package dev.andon.knowledge.corpus;

import dev.andon.knowledge.corpus.Block.Table;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table as it is drawn, with cells that cover several rows or columns, on its way to a
/// [Table], whose rows can each be read alone.
///
/// A cell's text stands in every row and column that it covers. The rows that say so are the
/// header, joined column by column (`Torque` over `dry` is `Torque dry`); where none does, the
/// first row is the header unless it has a value where most rows have one. A row of the body in
/// which one cell covers the whole width heads the rows below it: they become a table of their own
/// whose caption ends with it.
public final class TableGrid {
    /// No page is wide enough for more columns.
    public static final int COLUMNS_MAX = 100;

    /// One drawn cell.
    ///
    /// @param columns that it covers, at least 1
    /// @param rows that it covers, at least 1
    public record Cell(String text, int columns, int rows) {
        public Cell {
            text = PassageText.oneLine(text);
            columns = Math.clamp(columns, 1, COLUMNS_MAX);
            rows = Math.max(1, rows);
        }
    }

    private record Row(List<Cell> cells, boolean header) {}

    private record Covered(String text, boolean whole) {}

    /// @param rows below that it still covers
    private record Hanging(String text, int rows) {}

    private final List<Row> rows = new ArrayList<>();

    /// Adds the next row.
    ///
    /// @param header whether the document marks it as a header
    public void row(List<Cell> cells, boolean header) {
        rows.add(new Row(List.copyOf(cells), header));
    }

    /// The text of a table that is only a frame around text: at most two rows and two columns, of
    /// which one cell has text, or whose first text is a signal word alone. Null for a real table.
    public @Nullable String boxed() {
        boolean small = rows.size() <= 2 && rows.stream().allMatch(row -> row.cells.size() <= 2);
        List<String> texts =
                rows.stream()
                        .flatMap(row -> row.cells.stream())
                        .map(Cell::text)
                        .filter(text -> !text.isEmpty())
                        .toList();
        if (!small || texts.isEmpty()) {
            return null;
        }
        boolean signal =
                SignalWords.notice(texts.getFirst(), PageRef.NONE)
                        .filter(notice -> notice.text().isEmpty())
                        .isPresent();
        return texts.size() == 1 || signal && texts.size() == 2 ? String.join(" ", texts) : null;
    }

    /// The tables that it makes: none where no cell has text, more than one where rows head others.
    public List<Table> tables(@Nullable String caption, PageRef page) {
        List<List<Covered>> grid = grid();
        int width = grid.stream().mapToInt(List::size).max().orElse(0);
        boolean empty = grid.stream().flatMap(List::stream).allMatch(cell -> cell.text.isEmpty());
        if (width == 0 || empty) {
            return List.of();
        }
        grid.forEach(row -> pad(row, width));
        int headers = headers(grid, width);
        List<String> header = header(grid.subList(0, headers), width);
        return new Sections(caption, header, page).of(grid.subList(headers, grid.size()));
    }

    /// The text at each place; cells from above come down into the rows that they cover.
    private List<List<Covered>> grid() {
        Map<Integer, Hanging> above = new HashMap<>();
        int width = rows.stream().mapToInt(TableGrid::width).max().orElse(0);
        return rows.stream().map(row -> covered(row, width, above)).toList();
    }

    private static List<Covered> covered(Row row, int width, Map<Integer, Hanging> above) {
        List<Covered> covered = new ArrayList<>();
        int next = 0;
        while (covered.size() < COLUMNS_MAX
                && (next < row.cells.size() || above.containsKey(covered.size()))) {
            Hanging hanging = above.remove(covered.size());
            if (hanging != null) {
                hang(above, covered.size(), hanging.text, hanging.rows - 1);
                covered.add(new Covered(hanging.text, false));
                continue;
            }
            Cell cell = row.cells.get(next++);
            boolean whole = row.cells.size() == 1 && cell.columns >= width && width > 1;
            for (int i = 0; i < cell.columns && covered.size() < COLUMNS_MAX; i++) {
                hang(above, covered.size(), cell.text, cell.rows - 1);
                covered.add(new Covered(cell.text, whole));
            }
        }
        return covered;
    }

    private static void hang(Map<Integer, Hanging> above, int column, String text, int rows) {
        if (rows > 0) {
            above.put(column, new Hanging(text, rows));
        }
    }

    private static int width(Row row) {
        return row.cells.stream().mapToInt(Cell::columns).sum();
    }

    private static void pad(List<Covered> row, int width) {
        while (row.size() < width) {
            row.add(new Covered("", false));
        }
    }

    private int headers(List<List<Covered>> grid, int width) {
        int marked = 0;
        while (marked < rows.size() && rows.get(marked).header) {
            marked++;
        }
        if (marked > 0) {
            return marked < rows.size() ? marked : 1;
        }
        return beginsWithValues(grid, width) || grid.getFirst().getFirst().whole ? 0 : 1;
    }

    private static boolean beginsWithValues(List<List<Covered>> grid, int width) {
        for (int column = 0; column < width; column++) {
            int at = column;
            if (isValue(grid.getFirst().get(at))
                    && grid.stream().filter(row -> isValue(row.get(at))).count() * 2
                            > grid.size()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isValue(Covered cell) {
        return cell.text.matches("[=+±<>≤≥~-]?\\s?\\d.*|=.*");
    }

    private static List<String> header(List<List<Covered>> rows, int width) {
        List<String> header = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            List<String> parts = new ArrayList<>();
            for (List<Covered> row : rows) {
                String text = row.get(column).text;
                if (!text.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(text))) {
                    parts.add(text);
                }
            }
            header.add(String.join(" ", parts));
        }
        return header;
    }

    /// The body, cut where a row heads those below it.
    private record Sections(@Nullable String caption, List<String> header, PageRef page) {
        List<Table> of(List<List<Covered>> body) {
            List<Table> tables = new ArrayList<>();
            List<List<String>> open = new ArrayList<>();
            String head = null;
            for (List<Covered> row : body) {
                if (row.getFirst().whole && !row.getFirst().text.isEmpty()) {
                    close(tables, open, head);
                    head = row.getFirst().text;
                } else if (row.stream().anyMatch(cell -> !cell.text.isEmpty())) {
                    open.add(row.stream().map(Covered::text).toList());
                }
            }
            close(tables, open, head);
            if (tables.isEmpty()) {
                tables.add(new Table(caption, header, List.of(), page));
            }
            return List.copyOf(tables);
        }

        private void close(List<Table> tables, List<List<String>> open, @Nullable String head) {
            if (!open.isEmpty()) {
                tables.add(new Table(captioned(head), header, List.copyOf(open), page));
                open.clear();
            } else if (head != null) {
                // Nothing stands below it: it is a row like any other.
                List<String> row = new ArrayList<>(header.stream().map(_ -> "").toList());
                row.set(0, head);
                tables.add(new Table(caption, header, List.of(row), page));
            }
        }

        private @Nullable String captioned(@Nullable String head) {
            if (head == null || caption == null) {
                return head == null ? caption : head;
            }
            return caption + ": " + head;
        }
    }
}
