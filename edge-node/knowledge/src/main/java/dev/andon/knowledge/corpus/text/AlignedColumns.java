package dev.andon.knowledge.corpus.text;

import dev.andon.knowledge.corpus.TableGrid;
import dev.andon.knowledge.corpus.TableGrid.Cell;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// A table drawn with spaces, or with bars and dashes.
///
/// Columns stand apart by at least two spaces in every line. A line whose first column is empty
/// goes on with the cells above it.
final class AlignedColumns {
    private static final int GAP_MIN = 2;
    private static final int LINES_MIN = 3;
    private static final Pattern RULE = Pattern.compile("[\\s|+=_:-]*[-=_]{3}[\\s|+=_:-]*");

    private AlignedColumns() {}

    /// The table that the lines are; null if they are none.
    static @Nullable TableGrid of(List<String> lines) {
        List<String> text = lines.stream().filter(line -> !RULE.matcher(line).matches()).toList();
        boolean ruled = text.size() < lines.size();
        if (text.size() < (ruled ? LINES_MIN - 1 : LINES_MIN)) {
            return null;
        }
        List<List<String>> rows =
                text.stream().allMatch(line -> line.contains("|"))
                        ? text.stream().map(AlignedColumns::barred).toList()
                        : spaced(text);
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        if (columns < 2 || rows.stream().anyMatch(row -> row.size() != columns)) {
            return null;
        }
        return grid(joined(rows), ruled);
    }

    private static List<String> barred(String line) {
        String bare = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        List<String> cells = new ArrayList<>();
        for (String cell : bare.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    /// Cut where every line has spaces; nothing if a line has text only in its first column, and
    /// goes on as a paragraph does.
    private static List<List<String>> spaced(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        BitSet used = new BitSet(width);
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) != ' ') {
                    used.set(i);
                }
            }
        }
        List<int[]> columns = columns(used);
        if (columns.size() < 2
                || lines.stream().anyMatch(line -> line.length() <= columns.get(1)[0])) {
            return List.of();
        }
        return lines.stream().map(line -> cut(line, columns)).toList();
    }

    private static List<int[]> columns(BitSet used) {
        List<int[]> columns = new ArrayList<>();
        int start = used.nextSetBit(0);
        while (start >= 0) {
            int end = used.nextClearBit(start);
            int next = used.nextSetBit(end);
            while (next >= 0 && next - end < GAP_MIN) {
                end = used.nextClearBit(next);
                next = used.nextSetBit(end);
            }
            columns.add(new int[] {start, end});
            start = next;
        }
        return columns;
    }

    private static List<String> cut(String line, List<int[]> columns) {
        return columns.stream()
                .map(column -> line.substring(at(line, column[0]), at(line, column[1])).strip())
                .toList();
    }

    private static int at(String line, int column) {
        return Math.min(line.length(), column);
    }

    private static List<List<String>> joined(List<List<String>> rows) {
        List<List<String>> joined = new ArrayList<>();
        for (List<String> row : rows) {
            if (!joined.isEmpty() && row.getFirst().isEmpty()) {
                List<String> above = joined.removeLast();
                List<String> both = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    both.add((above.get(i) + " " + row.get(i)).strip());
                }
                joined.add(both);
            } else {
                joined.add(row);
            }
        }
        return joined;
    }

    private static TableGrid grid(List<List<String>> rows, boolean ruled) {
        TableGrid grid = new TableGrid();
        for (int i = 0; i < rows.size(); i++) {
            grid.row(
                    rows.get(i).stream().map(text -> new Cell(text, 1, 1)).toList(),
                    ruled && i == 0);
        }
        return grid;
    }
}
