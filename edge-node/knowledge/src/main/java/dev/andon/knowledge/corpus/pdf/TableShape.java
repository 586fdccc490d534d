package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.pdf.Cells.Cell;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Decides which rows of a table are its header.
///
/// Bold rows at the top are the header as long as a row that is not bold follows; two header rows
/// are joined column by column (`Torque` over `dry` is `Torque dry`). Where nothing is bold, the
/// first row is the header unless it has a value in a column where most rows have one; where only
/// the first column is bold, the table has no header and its header cells are empty.
final class TableShape {
    private TableShape() {}

    /// The table, or null if it has no rows.
    static Element.@Nullable Tabular table(Cells cells, Area area, PageRef page) {
        List<List<Cell>> rows =
                cells.rows().stream()
                        .filter(row -> row.stream().anyMatch(cell -> !cell.text().isEmpty()))
                        .toList();
        if (rows.isEmpty() || cells.columns() == 0) {
            return null;
        }
        int headers = headerRows(rows);
        Table table =
                new Table(
                        null,
                        header(rows.subList(0, headers), cells.columns()),
                        rows.subList(headers, rows.size()).stream().map(TableShape::texts).toList(),
                        page);
        return new Element.Tabular(table, area, headers > 0 && isBold(rows.getFirst()));
    }

    private static List<String> texts(List<Cell> row) {
        return row.stream().map(Cell::text).toList();
    }

    private static int headerRows(List<List<Cell>> rows) {
        int bold = 0;
        while (bold < rows.size() && isBold(rows.get(bold))) {
            bold++;
        }
        if (bold == rows.size()) {
            return 1;
        }
        if (bold > 0) {
            return bold;
        }
        boolean labels = rows.stream().allMatch(row -> row.getFirst().bold());
        return labels || beginsWithValues(rows) ? 0 : 1;
    }

    private static boolean isBold(List<Cell> row) {
        return row.stream().allMatch(cell -> cell.bold() || cell.text().isEmpty());
    }

    /// Whether the first row has a value where most rows have one.
    private static boolean beginsWithValues(List<List<Cell>> rows) {
        for (int column = 0; column < rows.getFirst().size(); column++) {
            if (isValue(rows.getFirst().get(column))) {
                int at = column;
                long values = rows.stream().filter(row -> isValue(row.get(at))).count();
                if (values * 2 > rows.size()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isValue(Cell cell) {
        return cell.text().matches("[=+±<>≤≥~-]?\\s?\\d.*|=.*");
    }

    private static List<String> header(List<List<Cell>> rows, int columns) {
        List<String> header = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            List<String> parts = new ArrayList<>();
            for (List<Cell> row : rows) {
                String text = row.get(column).text();
                if (!text.isEmpty() && (parts.isEmpty() || !parts.getLast().equals(text))) {
                    parts.add(text);
                }
            }
            header.add(String.join(" ", parts));
        }
        return header;
    }
}
