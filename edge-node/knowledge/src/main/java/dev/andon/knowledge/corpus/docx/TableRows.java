package dev.andon.knowledge.corpus.docx;

import dev.andon.knowledge.corpus.TableGrid.Cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The rows of a table as they read from left to right; a cell that goes on from the row above
/// repeats its text.
final class TableRows {
    /// @param marked as a header
    /// @param breaksBefore pages that began above the row
    /// @param breaksAfter pages that began within it
    record Row(List<Cell> cells, boolean marked, int breaksBefore, int breaksAfter) {
        Row asHeader() {
            return new Row(cells, true, 0, 0);
        }
    }

    private final Numbering numbering;
    private final Map<Integer, String> above = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    TableRows(Numbering numbering) {
        this.numbering = numbering;
    }

    List<Row> of(Xml table) {
        return rows(table).map(this::row).toList();
    }

    /// The notes that its cells refer to.
    List<String> notes() {
        return notes;
    }

    static Stream<Xml> rows(Xml table) {
        return table.children().stream().flatMap(TableRows::rowsBelow);
    }

    static Stream<Xml> cells(Xml row) {
        return row.children().stream().flatMap(TableRows::cellsBelow);
    }

    private static Stream<Xml> rowsBelow(Xml element) {
        return below(element, "tr");
    }

    private static Stream<Xml> cellsBelow(Xml element) {
        return below(element, "tc");
    }

    /// Content controls and insertions may stand around rows and cells.
    private static Stream<Xml> below(Xml element, String wanted) {
        if (element.name().equals(wanted)) {
            return Stream.of(element);
        }
        return switch (element.name()) {
            case "sdt", "sdtContent", "customXml", "ins", "smartTag" ->
                    element.children().stream().flatMap(child -> below(child, wanted));
            default -> Stream.empty();
        };
    }

    private Row row(Xml row) {
        List<Cell> cells = new ArrayList<>();
        int column = Objects.requireNonNullElse(row.number("trPr", "gridBefore"), 0);
        int before = 0;
        int after = 0;
        for (int i = 0; i < column; i++) {
            cells.add(new Cell("", 1, 1));
        }
        for (Xml cell : cells(row).toList()) {
            CellText read = new CellText();
            read.add(cell);
            int span = Objects.requireNonNullElse(cell.number("tcPr", "gridSpan"), 1);
            Xml merge = cell.at("tcPr", "vMerge");
            boolean goesOn = merge != null && !"restart".equals(merge.attribute("val"));
            String text =
                    goesOn
                            ? above.getOrDefault(column, read.text.toString())
                            : read.text.toString();
            above.put(column, text);
            cells.add(new Cell(text, span, 1));
            column += Math.max(1, span);
            before = Math.max(before, read.before);
            after = Math.max(after, read.after);
        }
        return new Row(cells, row.has("trPr", "tblHeader"), before, after);
    }

    /// The text of one cell, its paragraphs and lists one after the other.
    private final class CellText {
        private final StringBuilder text = new StringBuilder();
        private int before;
        private int after;

        void add(Xml parent) {
            for (Xml element : parent.children()) {
                if (element.name().equals("p")) {
                    paragraph(element);
                } else if (!element.name().endsWith("Pr")) {
                    add(element);
                }
            }
        }

        private void paragraph(Xml paragraph) {
            ParagraphText read = ParagraphText.of(paragraph);
            Numbering.Label label = numbering.next(paragraph);
            if (text.isEmpty()) {
                before += read.breaksBefore();
                after += read.breaksAfter();
            } else {
                after += read.breaksBefore() + read.breaksAfter();
            }
            if (!read.text().isEmpty()) {
                String number = label == null ? "" : label.printed() + " ";
                text.append(text.isEmpty() ? "" : " ").append(number.stripLeading());
                text.append(read.text());
            }
            notes.addAll(read.notes());
            read.boxes().forEach(this::add);
        }
    }
}
