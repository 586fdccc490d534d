package dev.andon.knowledge.corpus.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The first reading of a document: what no page tells alone. It keeps a few lines a page.
final class Survey {
    private static final float DEFAULT_SIZE = 10;

    private final Map<Float, Integer> lettersBySize = new HashMap<>();
    private final Map<Float, Integer> linesByPitch = new HashMap<>();
    private final List<Margins> margins = new ArrayList<>();
    private boolean text;

    void add(ScannedPage page) {
        List<Grid> grids = Grids.of(page.rules());
        List<Word> free =
                page.words().stream()
                        .filter(word -> grids.stream().noneMatch(grid -> isCell(grid, word)))
                        .toList();
        List<Line> lines = Line.of(free);
        text |= !page.words().isEmpty() || !page.turned().isEmpty();
        for (Line line : lines) {
            lettersBySize.merge(rounded(line.size()), line.text().length(), Integer::sum);
        }
        for (int i = 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            float pitch = (line.baseline() - lines.get(i - 1).baseline()) / line.size();
            if (pitch > 0.9f && pitch < 2.2f) {
                linesByPitch.merge(Math.round(pitch * 20) / 20f, 1, Integer::sum);
            }
        }
        margins.add(Margins.of(lines, page.size().height()));
    }

    private static boolean isCell(Grid grid, Word word) {
        return grid.columns() * grid.rows() > 1 && grid.area().contains(word);
    }

    static float rounded(float size) {
        return Math.round(size * 2) / 2f;
    }

    boolean hasText() {
        return text;
    }

    /// The font size of running text.
    float bodySize() {
        return mostFrequent(lettersBySize, DEFAULT_SIZE);
    }

    /// The distance of baselines in running text, in font sizes.
    float pitch() {
        return mostFrequent(linesByPitch, 1.2f);
    }

    /// Font sizes clearly larger than running text, largest first.
    List<Float> headingSizes() {
        float body = bodySize();
        return lettersBySize.keySet().stream()
                .filter(size -> size > body * 1.12f)
                .sorted((a, b) -> Float.compare(b, a))
                .toList();
    }

    RunningLines runningLines() {
        return RunningLines.of(margins);
    }

    private static float mostFrequent(Map<Float, Integer> counts, float otherwise) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Float, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
