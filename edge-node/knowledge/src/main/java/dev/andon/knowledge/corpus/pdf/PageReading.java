package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.SignalWords;
import dev.andon.knowledge.corpus.pdf.Cells.Cell;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one page: takes out what rules and colours enclose, then tables by alignment, and leaves
/// the rest as lines in reading order.
final class PageReading {
    /// A frame taller than this part of the page is the page's own.
    private static final float FRAME_MAX = 0.6f;

    /// A coloured or drawn bar that stands left of a notice is at most this wide, in points.
    private static final float BAR_MAX = 8;

    private static final float FRAME_MIN = 12;

    /// A part of a drawing has few of its cells filled.
    private static final int FILLED_MIN = 3;

    private final ScannedPage page;
    private final PageRef ref;
    private final List<Word> words;
    private final List<Element> elements = new ArrayList<>();

    /// @param words of the page without its running lines
    PageReading(ScannedPage page, PageRef ref, List<Word> words) {
        this.page = page;
        this.ref = ref;
        this.words = new ArrayList<>(words);
    }

    /// What stands on the page, in reading order; headings are still lines.
    List<Element> elements() {
        List<Grid> grids = Grids.of(page.rules());
        grids.forEach(this::takeGrid);
        frames(grids).forEach(this::takeFrame);
        new BandTables(ref, Grids.loose(page.rules())).in(words).forEach(this::takeTable);
        Float gutter = ReadingOrder.gutter(words, page.size().width());
        List<Line> lines = ReadingOrder.lines(words, gutter);
        List<Element> flow = ReadingOrder.sort(texts(lines), gutter);
        if (gutter == null) {
            flow = new AlignedTables(ref).take(flow);
        }
        elements.addAll(flow);
        return Captions.attach(ReadingOrder.sort(elements, gutter));
    }

    private void takeGrid(Grid grid) {
        List<Word> inside = inside(grid.area());
        if (grid.columns() < 2 || inside.isEmpty()) {
            return;
        }
        Cells cells = Cells.of(grid, inside);
        Notice notice = grid.rows() <= 2 ? notice(cells) : null;
        Element element = notice == null ? null : new Element.Known(notice, grid.area());
        if (element == null && isTable(cells)) {
            element = TableShape.table(cells, grid.area(), ref);
        }
        if (element != null) {
            elements.add(element);
            words.removeAll(inside);
        }
    }

    private void takeTable(Element.Tabular table) {
        elements.add(table);
        words.removeAll(inside(table.area()));
    }

    private static boolean isTable(Cells cells) {
        int size = cells.rows().size() * cells.columns();
        return cells.filled() >= Math.min(FILLED_MIN, size) && cells.filled() * 4 >= size;
    }

    /// A box of a symbol or a signal word beside or above its text is a notice.
    private @Nullable Notice notice(Cells cells) {
        String text =
                cells.rows().stream()
                        .flatMap(List::stream)
                        .map(Cell::text)
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" "));
        return SignalWords.notice(text, ref).filter(n -> !n.text().isEmpty()).orElse(null);
    }

    private List<Word> inside(Area area) {
        return words.stream().filter(area::contains).toList();
    }

    /// Areas that can hold a notice, the smallest first: drawn boxes, coloured areas, and what
    /// stands right of a bar.
    private List<Area> frames(List<Grid> grids) {
        Stream<Area> boxes = grids.stream().map(Grid::area);
        Stream<Area> bars =
                page.rules().stream()
                        .filter(rule -> !rule.horizontal())
                        .filter(rule -> grids.stream().noneMatch(g -> g.rules().contains(rule)))
                        .map(rule -> rightOf(rule.at(), rule.from(), rule.to()));
        Stream<Area> fills =
                page.fills().stream()
                        .map(
                                fill ->
                                        fill.width() <= BAR_MAX
                                                ? rightOf(fill.left(), fill.top(), fill.bottom())
                                                : fill);
        return Stream.of(boxes, bars, fills)
                .flatMap(areas -> areas)
                .filter(area -> area.height() >= FRAME_MIN)
                .filter(area -> area.height() < page.size().height() * FRAME_MAX)
                .sorted(Comparator.comparingDouble(area -> area.width() * area.height()))
                .toList();
    }

    private Area rightOf(float left, float top, float bottom) {
        return new Area(left, top, page.size().width(), bottom);
    }

    /// Takes the words of a frame if they begin with a signal word.
    private void takeFrame(Area frame) {
        List<Word> inside = inside(frame);
        if (inside.isEmpty() || elements.stream().anyMatch(e -> isInside(e, frame))) {
            return;
        }
        Optional<Notice> notice = SignalWords.notice(Line.join(Line.of(inside)), ref);
        if (notice.isPresent() && !notice.get().text().isEmpty()) {
            elements.add(new Element.Known(notice.get(), frame));
            words.removeAll(inside);
        }
    }

    private static boolean isInside(Element element, Area frame) {
        return element instanceof Element.Tabular table && frame.overlaps(table.area());
    }

    private List<Element> texts(List<Line> lines) {
        List<Element> texts = new ArrayList<>();
        for (Line line : lines) {
            texts.add(
                    new Element.Text(line, page.dots().stream().anyMatch(d -> isBullet(d, line))));
        }
        return texts;
    }

    private static boolean isBullet(Area dot, Line line) {
        float gap = line.left() - dot.right();
        float middle = (dot.top() + dot.bottom()) / 2;
        return gap > 0
                && gap < 2.5f * line.size()
                && middle < line.baseline()
                && middle > line.baseline() - 0.8f * line.size();
    }
}
