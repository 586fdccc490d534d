package dev.andon.knowledge.corpus.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;

/// Finds the rules on a picture of a page: straight runs that are darker than what stands on both
/// sides of them, be it paper or the shading of a table's header, and longer than any letter.
final class PictureRules {
    /// Of 255 shades. A scanned hairline is a light grey.
    private static final int DARKER_MIN = 25;

    /// In points.
    private static final float LENGTH_MIN = 14;

    private static final float THICKNESS_MAX = 3;

    private final byte[] shades;
    private final int width;
    private final int height;
    private final float scale;
    private final int aside;
    private final List<Rule> rules = new ArrayList<>();

    /// A run of dark pixels on one line of pixels, and how many such lines lie above it.
    private record Run(int from, int to, int thickness) {
        boolean touches(Run other) {
            return from <= other.to && other.from <= to;
        }
    }

    private PictureRules(BufferedImage picture, float scale) {
        this.shades = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        this.width = picture.getWidth();
        this.height = picture.getHeight();
        this.scale = scale;
        this.aside = Math.max(1, Math.round(THICKNESS_MAX / 2 / scale));
    }

    /// @param picture in shades of grey, a byte a pixel
    /// @param scale points a pixel
    static List<Rule> of(BufferedImage picture, float scale) {
        PictureRules found = new PictureRules(picture, scale);
        found.find(true);
        found.find(false);
        return found.rules.size() > Grids.RULES_MAX ? List.of() : List.copyOf(found.rules);
    }

    private void find(boolean horizontal) {
        int lines = horizontal ? height : width;
        List<Run> above = List.of();
        for (int line = 0; line <= lines; line++) {
            List<Run> here = line == lines ? List.of() : runs(line, horizontal);
            List<Run> joined = new ArrayList<>();
            for (Run run : here) {
                joined.add(joined(run, above));
            }
            for (Run ended : above) {
                if (here.stream().noneMatch(ended::touches)) {
                    add(ended, line, horizontal);
                }
            }
            above = joined;
        }
    }

    private static Run joined(Run run, List<Run> above) {
        Run joined = run;
        for (Run other : above) {
            if (other.touches(run)) {
                joined =
                        new Run(
                                Math.min(joined.from, other.from),
                                Math.max(joined.to, other.to),
                                Math.max(joined.thickness, other.thickness + 1));
            }
        }
        return joined;
    }

    private void add(Run run, int end, boolean horizontal) {
        if (run.thickness * scale <= THICKNESS_MAX) {
            float at = (end - run.thickness / 2f) * scale;
            rules.add(new Rule(horizontal, at, run.from * scale, run.to * scale));
        }
    }

    private List<Run> runs(int line, boolean horizontal) {
        int length = horizontal ? width : height;
        List<Run> runs = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= length; i++) {
            boolean dark = i < length && isRidge(line, i, horizontal);
            if (dark && from < 0) {
                from = i;
            } else if (!dark && from >= 0) {
                if ((i - from) * scale >= LENGTH_MIN) {
                    runs.add(new Run(from, i, 1));
                }
                from = -1;
            }
        }
        return runs;
    }

    private boolean isRidge(int line, int at, boolean horizontal) {
        int shade = shade(line, at, horizontal);
        return shade(line - aside, at, horizontal) - shade >= DARKER_MIN
                && shade(line + aside, at, horizontal) - shade >= DARKER_MIN;
    }

    private int shade(int line, int at, boolean horizontal) {
        int within = Math.clamp(line, 0, (horizontal ? height : width) - 1);
        return shades[horizontal ? within * width + at : at * width + within] & 0xff;
    }
}
