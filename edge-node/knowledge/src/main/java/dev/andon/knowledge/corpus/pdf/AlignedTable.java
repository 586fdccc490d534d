package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.pdf.Cells.Cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Rebuilds a table without vertical rules from lines whose parts stand below each other.
final class AlignedTable {
    /// A column gap is at least this many font sizes wide on every line.
    private static final float COLUMN_GAP = 0.9f;

    /// Rows stand this much further apart than the lines of one row.
    private static final float ROW_GAP = 1.12f;

    private AlignedTable() {}

    /// The columns that all lines leave free between them: their left edges, at least one.
    static List<Float> columns(List<Line> lines) {
        List<Word> words =
                lines.stream()
                        .flatMap(line -> line.words().stream())
                        .sorted(Comparator.comparingDouble(Word::left))
                        .toList();
        List<Float> columns = new ArrayList<>();
        float right = Float.NEGATIVE_INFINITY;
        for (Word word : words) {
            if (word.left() - right > COLUMN_GAP * word.size()) {
                columns.add(word.left());
            }
            right = Math.max(right, word.right());
        }
        return columns;
    }

    /// The cells of rows of lines with the given columns.
    static Cells cells(List<List<Line>> rows, List<Float> columns) {
        return new Cells(rows.stream().map(row -> row(row, columns)).toList());
    }

    private static List<Cell> row(List<Line> lines, List<Float> columns) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            float from = columns.get(column) - 1;
            float to = column + 1 < columns.size() ? columns.get(column + 1) - 1 : Float.MAX_VALUE;
            cells.add(
                    Cells.cell(
                            lines.stream()
                                    .flatMap(line -> line.words().stream())
                                    .filter(word -> word.left() >= from && word.left() < to)
                                    .toList()));
        }
        return cells;
    }

    /// Lines that stand closer than the others are one row; where all stand equally close, a line
    /// without a first cell belongs to the row above.
    static List<List<Line>> rows(List<Line> lines, List<Float> columns) {
        float closest = Float.MAX_VALUE;
        float widest = 0;
        for (int i = 1; i < lines.size(); i++) {
            float gap = lines.get(i).baseline() - lines.get(i - 1).baseline();
            closest = Math.min(closest, gap);
            widest = Math.max(widest, gap);
        }
        boolean spaced = widest > closest * ROW_GAP && hasContinuation(lines, columns);
        List<List<Line>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean first = line.left() < columns.get(0) + line.size();
            boolean apart =
                    i == 0
                            || line.baseline() - lines.get(i - 1).baseline() > closest * ROW_GAP
                            || line.bold() != lines.get(i - 1).bold() && line.segments().size() > 1;
            if (i == 0 || (spaced ? apart : first)) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(line);
        }
        return rows;
    }

    private static boolean hasContinuation(List<Line> lines, List<Float> columns) {
        return lines.stream().anyMatch(line -> line.segments().size() < columns.size());
    }
}
