package dev.andon.knowledge.corpus.html;

import dev.andon.knowledge.corpus.TableGrid;
import dev.andon.knowledge.corpus.TableGrid.Cell;

import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.List;

/// Reads `table` elements.
final class Tables {
    private Tables() {}

    /// Whether a table only places things on the page: it holds headings, tables, lists of steps or
    /// figures, or a single column of cells that are no header.
    static boolean isLayout(Element table) {
        return table.selectFirst("h1, h2, h3, h4, h5, h6, td table, td ol, figure") != null
                || table.attr("role").equals("presentation")
                || table.selectFirst("th") == null
                        && rows(table).stream().allMatch(row -> row.childrenSize() <= 1);
    }

    static TableGrid grid(Element table) {
        TableGrid grid = new TableGrid();
        for (Element row : rows(table)) {
            List<Cell> cells = new ArrayList<>();
            for (Element cell : row.children()) {
                if (isCell(cell)) {
                    cells.add(cell(cell));
                }
            }
            if (!cells.isEmpty()) {
                grid.row(cells, isHeader(row));
            }
        }
        return grid;
    }

    static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element part : table.children()) {
            if (part.normalName().equals("tr")) {
                rows.add(part);
            } else if (part.normalName().matches("thead|tbody|tfoot")) {
                part.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static boolean isCell(Element cell) {
        return cell.normalName().matches("t[dh]") && !cell.hasAttr("hidden");
    }

    private static Cell cell(Element cell) {
        return new Cell(
                InlineText.of(cell), span(cell.attr("colspan")), span(cell.attr("rowspan")));
    }

    private static int span(String attribute) {
        return attribute.strip().matches("\\d{1,4}") ? Integer.parseInt(attribute.strip()) : 1;
    }

    /// In the head of the table, or made of nothing but header cells.
    private static boolean isHeader(Element row) {
        Element parent = row.parent();
        return parent != null && parent.normalName().equals("thead")
                || row.children().stream().allMatch(cell -> cell.normalName().equals("th"));
    }
}
