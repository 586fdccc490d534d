package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.PageRef;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the tables without rules in the lines of a page.
///
/// A table is a run of at least three lines in several parts (two under a bold header) between
/// which the same gaps stay free from top to bottom. Lines of a table of contents are left out of
/// the text altogether.
final class AlignedTables {
    private static final Pattern LEADERS = Pattern.compile(".*(?:\\. ?){5,}\\s*[\\divxlc]*$");

    /// Rows are at most this many font sizes apart.
    private static final float ROW_GAP_MAX = 3.2f;

    /// Lines of one row are at most this many font sizes apart.
    private static final float LINE_GAP_MAX = 1.7f;

    private static final int LINES_MIN = 3;

    private final PageRef ref;

    AlignedTables(PageRef ref) {
        this.ref = ref;
    }

    /// The elements with tables in place of their lines.
    List<Element> take(List<Element> all) {
        List<Element> elements = withoutContents(all);
        List<Element> left = new ArrayList<>();
        for (int i = 0; i < elements.size(); ) {
            int end = end(elements, i);
            Element table = null;
            while (table == null && end - i >= 2) {
                table = table(lines(elements.subList(i, end)));
                end -= table == null ? 1 : 0;
            }
            if (table != null) {
                left.add(table);
                i = end;
            } else {
                left.add(elements.get(i));
                i++;
            }
        }
        return left;
    }

    /// Leaves lines with leaders out, and on a page with several of them all that end in a page.
    private static List<Element> withoutContents(List<Element> elements) {
        long leaders = elements.stream().filter(AlignedTables::isContentsLine).count();
        return elements.stream()
                .filter(e -> !isContentsLine(e))
                .filter(e -> leaders < LINES_MIN || !endsInPage(e))
                .toList();
    }

    private static boolean endsInPage(Element element) {
        return element instanceof Element.Text(var line, _)
                && line.text().matches(".*\\s(?:\\d{1,5}|[ivxlc]{1,7})");
    }

    private static boolean isContentsLine(Element element) {
        return element instanceof Element.Text(var line, _)
                && LEADERS.matcher(line.text()).matches();
    }

    private static List<Line> lines(List<Element> elements) {
        return elements.stream().map(element -> ((Element.Text) element).line()).toList();
    }

    /// Behind the last line that can belong to a table which begins at `from`.
    private static int end(List<Element> elements, int from) {
        if (!isRow(elements.get(from))) {
            return from;
        }
        int end = from + 1;
        while (end < elements.size() && elements.get(end) instanceof Element.Text text) {
            Line before = ((Element.Text) elements.get(end - 1)).line();
            float gap = (text.line().baseline() - before.baseline()) / before.size();
            boolean row = isRow(text) && gap < ROW_GAP_MAX;
            if (gap <= 0 || !row && (gap > LINE_GAP_MAX || Marker.of(text) != null)) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isRow(Element element) {
        return element instanceof Element.Text text
                && Marker.of(text) == null
                && !text.line().monospaced()
                && text.line().segments().size() > 1;
    }

    private @Nullable Element table(List<Line> lines) {
        long rows = lines.stream().filter(line -> line.segments().size() > 1).count();
        boolean headed = lines.getFirst().bold() && !lines.getLast().bold();
        if (rows < (headed ? 2 : LINES_MIN) || rows * 3 < lines.size()) {
            return null;
        }
        List<Float> columns = AlignedTable.columns(lines);
        if (columns.size() < 2) {
            return null;
        }
        Area area = area(lines);
        Cells cells = AlignedTable.cells(AlignedTable.rows(lines, columns), columns);
        var found = TableShape.table(cells, area, ref);
        return found == null || found.table().rows().isEmpty() ? null : found;
    }

    private static Area area(List<Line> lines) {
        float left = Float.MAX_VALUE;
        float right = 0;
        for (Line line : lines) {
            left = Math.min(left, line.left());
            right = Math.max(right, line.right());
        }
        return new Area(left, lines.getFirst().top(), right, lines.getLast().baseline());
    }
}
