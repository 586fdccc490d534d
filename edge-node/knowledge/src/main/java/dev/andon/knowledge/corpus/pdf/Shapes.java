package dev.andon.knowledge.corpus.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/// Sorts drawn paths into rules, coloured areas and dots.
final class Shapes {
    /// Thicker is an area, not a rule.
    private static final float RULE_THICKNESS_MAX = 3;

    /// Shorter is a dash or part of a picture.
    private static final float RULE_LENGTH_MIN = 6;

    private static final float DOT_MAX = 8;
    private static final float SLANT_MAX = 0.7f;

    final List<Rule> rules = new ArrayList<>();
    final List<Area> fills = new ArrayList<>();
    final List<Area> dots = new ArrayList<>();
    private final List<List<Point2D>> path = new ArrayList<>();
    private boolean curved;

    void begin(Point2D point) {
        path.add(new ArrayList<>(List.of(point)));
    }

    void line(Point2D point) {
        if (path.isEmpty()) {
            begin(point);
        } else if (room()) {
            path.getLast().add(point);
        }
    }

    void curve(Point2D point) {
        curved = true;
        line(point);
    }

    void close() {
        if (!path.isEmpty()) {
            line(path.getLast().getFirst());
        }
    }

    void drop() {
        path.clear();
        curved = false;
    }

    void stroke() {
        for (List<Point2D> subpath : path) {
            Area box = box(subpath);
            if (isDot(box)) {
                dots.add(box);
            } else if (!curved && room()) {
                strokeSides(subpath);
            }
        }
        drop();
    }

    void fill(boolean white) {
        if (!white) {
            fillAreas();
        }
        drop();
    }

    void fillAndStroke(boolean white) {
        if (!white) {
            fillAreas();
        }
        stroke();
    }

    private boolean room() {
        return rules.size() + fills.size() + dots.size() + path.size() < PageScan.SHAPES_MAX;
    }

    private void strokeSides(List<Point2D> points) {
        for (int i = 1; i < points.size(); i++) {
            Area side = box(points.subList(i - 1, i + 1));
            if (Math.min(side.width(), side.height()) <= SLANT_MAX) {
                addRule(side);
            }
        }
    }

    private void fillAreas() {
        for (List<Point2D> subpath : path) {
            Area box = box(subpath);
            if (!room()) {
                return;
            }
            if (isDot(box)) {
                dots.add(box);
            } else if (Math.min(box.width(), box.height()) <= RULE_THICKNESS_MAX) {
                addRule(box);
            } else if (!curved || box.width() > 4 * DOT_MAX) {
                fills.add(box);
            }
        }
    }

    private void addRule(Area box) {
        if (Math.max(box.width(), box.height()) < RULE_LENGTH_MIN) {
            return;
        }
        rules.add(
                box.width() >= box.height()
                        ? new Rule(true, (box.top() + box.bottom()) / 2, box.left(), box.right())
                        : new Rule(false, (box.left() + box.right()) / 2, box.top(), box.bottom()));
    }

    private static boolean isDot(Area box) {
        return box.width() >= 1
                && box.height() >= 1
                && box.width() <= DOT_MAX
                && box.height() <= DOT_MAX
                && box.width() / box.height() < 1.6
                && box.height() / box.width() < 1.6;
    }

    private static Area box(List<Point2D> points) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Point2D point : points) {
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        return new Area((float) left, (float) top, (float) right, (float) bottom);
    }
}
