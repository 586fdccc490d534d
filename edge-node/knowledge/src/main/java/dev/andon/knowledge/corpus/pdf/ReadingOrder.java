package dev.andon.knowledge.corpus.pdf;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the gutter of a page with two columns of running text, and reads left before right.
final class ReadingOrder {
    private static final int LINES_MIN = 6;

    /// Running text fills its column; the cells of a table do not.
    private static final float FILLED_MIN = 0.7f;

    /// In font sizes.
    private static final float GUTTER_MIN = 0.75f;

    private static final float STEP = 3;

    private ReadingOrder() {}

    /// The lines of words: each column's own on a page with two columns.
    static List<Line> lines(List<Word> words, @Nullable Float gutter) {
        List<Line> whole = Line.of(words);
        if (gutter == null) {
            return whole;
        }
        List<Line> lines = new ArrayList<>();
        List<Word> left = new ArrayList<>();
        List<Word> right = new ArrayList<>();
        for (Line line : whole) {
            for (Line part : parts(line, gutter)) {
                if (part.right() <= gutter) {
                    left.addAll(part.words());
                } else if (part.left() >= gutter) {
                    right.addAll(part.words());
                } else {
                    lines.add(part);
                }
            }
        }
        lines.addAll(Line.of(left));
        lines.addAll(Line.of(right));
        return lines;
    }

    /// Where the gutter is; null on a page with one column.
    static @Nullable Float gutter(List<Word> words, float width) {
        List<Line> lines = Line.of(words);
        Float best = null;
        int fewest = Integer.MAX_VALUE;
        for (float x = width * 0.4f; x <= width * 0.6f; x += STEP) {
            int crossing = crossing(lines, x);
            if (crossing < fewest) {
                best = x;
                fewest = crossing;
            }
        }
        return best;
    }

    /// The line left and right of a gutter, or the whole line if it runs across.
    private static List<Line> parts(Line line, float x) {
        List<Word> left = line.words().stream().filter(word -> word.right() <= x).toList();
        List<Word> right = line.words().stream().filter(word -> word.left() >= x).toList();
        if (left.isEmpty() || right.isEmpty()) {
            return List.of(line);
        }
        float gap = right.getFirst().left() - left.getLast().right();
        boolean across = left.size() + right.size() < line.words().size();
        return across || gap < GUTTER_MIN * line.size()
                ? List.of(line)
                : List.of(new Line(left), new Line(right));
    }

    /// How many lines run across a gutter; all there can be if it is none.
    private static int crossing(List<Line> lines, float x) {
        List<Line> parts = lines.stream().flatMap(line -> parts(line, x).stream()).toList();
        List<Line> left = parts.stream().filter(part -> part.right() <= x).toList();
        List<Line> right = parts.stream().filter(part -> part.left() >= x).toList();
        int crossing = parts.size() - left.size() - right.size();
        boolean few = crossing * 5 <= parts.size();
        return few && filled(left) && filled(right) ? crossing : Integer.MAX_VALUE;
    }

    private static boolean filled(List<Line> lines) {
        if (lines.size() < LINES_MIN) {
            return false;
        }
        double from = lines.stream().mapToDouble(Line::left).min().orElse(0);
        double to = lines.stream().mapToDouble(Line::right).max().orElse(0);
        List<Double> widths =
                lines.stream().map(line -> (double) line.right() - line.left()).sorted().toList();
        return widths.get(widths.size() / 2) >= FILLED_MIN * (to - from);
    }

    /// Elements as a person reads them: down the page, or column by column between the elements
    /// that cross the gutter.
    static List<Element> sort(List<Element> elements, @Nullable Float gutter) {
        List<Element> byTop =
                elements.stream().sorted(Comparator.comparingDouble(Element::top)).toList();
        if (gutter == null) {
            return byTop;
        }
        List<Element> ordered = new ArrayList<>();
        List<Element> right = new ArrayList<>();
        for (Element element : byTop) {
            if (element.left() >= gutter) {
                right.add(element);
            } else {
                if (element.right() > gutter) {
                    ordered.addAll(right);
                    right.clear();
                }
                ordered.add(element);
            }
        }
        ordered.addAll(right);
        return ordered;
    }
}
