package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The text of a table cell by cell, before it is known which rows are the header.
///
/// @param rows of cells, all of one width
record Cells(List<List<Cell>> rows) {
    /// @param span how many columns the printed cell covers, counted once in its first column
    record Cell(String text, boolean bold, int span) {
        static final Cell EMPTY = new Cell("", false, 1);
    }

    Cells {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Puts words into the cells of a grid. A cell that covers several rows or columns has its text
    /// in each of them, so that every row can be read alone.
    static Cells of(Grid grid, List<Word> words) {
        int columns = grid.columns();
        int[] root = roots(grid);
        Map<Integer, List<Word>> content = new HashMap<>();
        for (Word word : words) {
            content.computeIfAbsent(root[grid.cell(word)], _ -> new ArrayList<>()).add(word);
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                cells.add(cell(content.getOrDefault(root[cell], List.of()), span(root, cell)));
            }
            rows.add(cells);
        }
        return new Cells(rows);
    }

    private static int span(int[] root, int cell) {
        int span = 0;
        for (int other : root) {
            span += other == root[cell] ? 1 : 0;
        }
        return span;
    }

    /// For each cell of the grid the first cell that it is one with.
    private static int[] roots(Grid grid) {
        int[] root = new int[grid.rows() * grid.columns()];
        for (int cell = 0; cell < root.length; cell++) {
            int row = cell / grid.columns();
            int column = cell % grid.columns();
            root[cell] = cell;
            if (row > 0 && !grid.closedBelow(row - 1, column)) {
                root[cell] = root[cell - grid.columns()];
            } else if (column > 0 && !grid.closedToTheRight(row, column - 1)) {
                root[cell] = root[cell - 1];
            }
        }
        return root;
    }

    static Cell cell(List<Word> words) {
        return cell(words, 1);
    }

    private static Cell cell(List<Word> words, int span) {
        if (words.isEmpty()) {
            return new Cell("", false, span);
        }
        List<Line> lines = Line.of(words);
        return new Cell(Line.join(lines), lines.stream().allMatch(Line::bold), span);
    }

    int filled() {
        return (int) rows.stream().flatMap(List::stream).filter(c -> !c.text().isEmpty()).count();
    }

    int columns() {
        return rows.isEmpty() ? 0 : rows.getFirst().size();
    }
}
