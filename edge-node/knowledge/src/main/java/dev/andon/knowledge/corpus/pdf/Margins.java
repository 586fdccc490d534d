package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The outermost lines of a page, where running headers and footers stand.
///
/// @param lines with their places
record Margins(List<Margin> lines) {
    /// The part of the page's height, above and below, that can hold running lines.
    private static final float PART = 0.11f;

    private static final int LINES_MAX = 4;

    /// @param text of one part of a line between wide gaps
    /// @param at its baseline, from the top
    /// @param outermost whether no other line stands nearer to the edge
    record Margin(String text, float at, boolean outermost) {
        /// What running lines have in common from page to page: all but the digits.
        String key() {
            return text.replaceAll("\\d+", "#") + "@" + Math.round(at / 4);
        }
    }

    Margins {
        lines = List.copyOf(lines);
    }

    static Margins of(List<Line> lines, float height) {
        Stream<Line> top =
                lines.stream().limit(LINES_MAX).filter(line -> line.baseline() < height * PART);
        Stream<Line> bottom =
                lines.stream()
                        .skip(Math.max(Math.min(lines.size(), LINES_MAX), lines.size() - LINES_MAX))
                        .filter(line -> isLow(line, height));
        Stream<Line> fewLines = lines.stream().limit(LINES_MAX).filter(line -> isLow(line, height));
        List<Margin> margins = new ArrayList<>();
        Stream.of(top, fewLines, bottom)
                .flatMap(stream -> stream)
                .forEach(line -> add(line, lines, margins));
        return new Margins(margins);
    }

    private static void add(Line line, List<Line> lines, List<Margin> margins) {
        boolean outermost = line.equals(lines.getFirst()) || line.equals(lines.getLast());
        for (Line part : line.segments()) {
            margins.add(new Margin(part.text(), part.baseline(), outermost));
        }
    }

    private static boolean isLow(Line line, float height) {
        return line.baseline() > height * (1 - PART);
    }
}
