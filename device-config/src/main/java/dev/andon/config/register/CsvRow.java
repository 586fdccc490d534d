package dev.andon.config.register;

import dev.andon.config.register.RegisterDraft.Value;

import org.apache.commons.csv.CSVRecord;

import java.util.List;
import java.util.stream.Stream;

/// One row by the names of its columns.
final class CsvRow {
    private static final List<String> ALWAYS = List.of("kind", "id", "name");

    private final RegisterDraft draft;
    private final List<String> columns;
    private final CSVRecord cells;
    private final int line;

    CsvRow(RegisterDraft draft, List<String> columns, CSVRecord cells, int line) {
        this.draft = draft;
        this.columns = columns;
        this.cells = cells;
        this.line = line;
        if (cells.size() > columns.size()) {
            String what = cells.size() + " cells stand under " + columns.size() + " columns";
            problem("", what, "quote the cell that holds the delimiter");
        }
    }

    /// The cell without spaces around it; empty if the row or the table ends before.
    String text(String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index).strip();
    }

    Value value(String column) {
        return new Value(line, column, text(column));
    }

    List<Value> aliases() {
        return Stream.of(text("aliases").split("\\|"))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .map(alias -> new Value(line, "aliases", alias))
                .toList();
    }

    /// Notes every filled cell that this kind of row has no use for: its writer meant something.
    void refuseCellsBeside(List<String> used) {
        for (String column : CsvRegister.COLUMNS) {
            if (!ALWAYS.contains(column) && !used.contains(column) && !text(column).isEmpty()) {
                String what = "a row of kind " + text("kind") + " has no use for " + column;
                problem(column, what, "empty the cell");
            }
        }
    }

    void problem(String column, String what, String mend) {
        draft.problem(line, column, what, mend);
    }
}
