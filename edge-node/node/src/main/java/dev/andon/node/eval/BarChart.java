package dev.andon.node.eval;

import java.util.List;
import java.util.Locale;

/// Horizontal bars as a picture in a page. Colours come from the page's style sheet.
///
/// @param title above the bars
/// @param bars from top to bottom
record BarChart(String title, List<Bar> bars) {
    private static final int LABEL = 135;
    private static final int WIDTH = 200;
    private static final int STEP = 30;
    private static final int TOP = 12;

    BarChart {
        bars = List.copyOf(bars);
    }

    /// A share with its count.
    ///
    /// @param share 0 to 1, the length
    /// @param note at the end of the bar
    /// @param tone class of the style sheet: `good`, `bad`, `plain`
    record Bar(String label, double share, String note, String tone) {}

    String svg() {
        int height = TOP + STEP * bars.size() + 22;
        StringBuilder svg = new StringBuilder();
        svg.append("<figure><figcaption>").append(Html.text(title)).append("</figcaption>");
        svg.append(
                "<svg viewBox=\"0 0 430 %d\" role=\"img\" aria-label=\"%s\">"
                        .formatted(height, Html.text(title)));
        for (int tick = 0; tick <= 4; tick++) {
            svg.append(tick(tick, height));
        }
        for (int i = 0; i < bars.size(); i++) {
            svg.append(bar(bars.get(i), TOP + STEP * i));
        }
        return svg.append("</svg></figure>").toString();
    }

    private static String tick(int quarter, int height) {
        int x = LABEL + WIDTH * quarter / 4;
        return """
        <line class="grid" x1="%d" x2="%d" y1="6" y2="%d"/>\
        <text class="tick" x="%d" y="%d">%d %%</text>\
        """
                .formatted(x, x, height - 20, x, height - 5, 25 * quarter);
    }

    private static String bar(Bar bar, int y) {
        double length = Math.max(2, Math.clamp(bar.share(), 0, 1) * WIDTH);
        return """
        <text class="label" x="%d" y="%d">%s</text>\
        <rect class="rail" x="%d" y="%d" width="%d" height="18" rx="3"/>\
        <rect class="%s" x="%d" y="%d" width="%s" height="18" rx="3"/>\
        <text class="note" x="%d" y="%d">%s</text>\
        """
                .formatted(
                        LABEL - 10,
                        y + 14,
                        Html.text(bar.label()),
                        LABEL,
                        y,
                        WIDTH,
                        bar.tone(),
                        LABEL,
                        y,
                        String.format(Locale.ROOT, "%.1f", length),
                        LABEL + WIDTH + 10,
                        y + 14,
                        Html.text(bar.note()));
    }
}
