package dev.andon.knowledge.corpus.pdf;

import dev.andon.knowledge.corpus.pdf.ScannedPage.Size;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes words of glyphs and turns the page so that most of them stand upright.
final class Glyphs {
    /// Where a glyph stands: its origin, where the next begins, and the point one font size above.
    record Place(Point2D origin, Point2D end, Point2D up) {}

    /// In which direction text runs.
    private enum Direction {
        RIGHT,
        DOWN,
        LEFT,
        UP;

        static Direction of(Place place) {
            double x = place.up.getX() - place.origin.getX();
            double y = place.up.getY() - place.origin.getY();
            if (Math.abs(y) >= Math.abs(x)) {
                return y <= 0 ? RIGHT : LEFT;
            }
            return x > 0 ? DOWN : UP;
        }

        /// Turns a page so that this text runs from left to right.
        AffineTransform upright(Size size) {
            return switch (this) {
                case RIGHT -> new AffineTransform();
                case DOWN -> new AffineTransform(0, -1, 1, 0, 0, size.width());
                case LEFT -> new AffineTransform(-1, 0, 0, -1, size.width(), size.height());
                case UP -> new AffineTransform(0, 1, -1, 0, size.height(), 0);
            };
        }

        Size upright(Size size, boolean lying) {
            return lying ? new Size(size.height(), size.width()) : size;
        }
    }

    private record Glyph(String text, Place place, Word.Face face) {}

    private final Map<Direction, List<Glyph>> glyphs = new EnumMap<>(Direction.class);
    private final Set<String> seen = new HashSet<>();

    void add(String text, Place place, Word.Face face) {
        String key = text + Math.round(place.origin.getX()) + "," + Math.round(place.origin.getY());
        if (text.isBlank() || seen.add(key)) {
            glyphs.computeIfAbsent(Direction.of(place), _ -> new ArrayList<>())
                    .add(new Glyph(normalised(text), place, face));
        }
    }

    /// Ligatures and the shapes of Arabic letters become letters; an accent becomes one character
    /// with its letter.
    static String normalised(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean shaped =
                first >= '\ufb00' && first <= '\ufdff' || first >= '\ufe70' && first <= '\ufefc';
        return Normalizer.normalize(text, shaped ? Normalizer.Form.NFKC : Normalizer.Form.NFC);
    }

    ScannedPage page(Size size, Shapes shapes) {
        Direction main =
                glyphs.entrySet().stream()
                        .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                        .map(Map.Entry::getKey)
                        .orElse(Direction.RIGHT);
        boolean lying = main == Direction.UP || main == Direction.DOWN;
        AffineTransform turn = main.upright(size);
        List<Word> words = words(glyphs.getOrDefault(main, List.of()), turn);
        List<String> others = new ArrayList<>();
        glyphs.forEach(
                (direction, turned) -> {
                    if (direction != main) {
                        Line.of(words(turned, direction.upright(size)))
                                .forEach(line -> others.add(line.text()));
                    }
                });
        return new ScannedPage(
                main.upright(size, lying),
                words,
                shapes.rules.stream().map(rule -> turned(rule, turn)).toList(),
                shapes.fills.stream().map(area -> turned(area, turn)).toList(),
                shapes.dots.stream().map(area -> turned(area, turn)).toList(),
                others,
                ScannedPage.Pictures.NONE);
    }

    private static List<Word> words(List<Glyph> glyphs, AffineTransform turn) {
        WordBuilder builder = new WordBuilder();
        for (Glyph glyph : glyphs) {
            Point2D origin = turn.transform(glyph.place.origin, null);
            Point2D end = turn.transform(glyph.place.end, null);
            float size = (float) glyph.place.up.distance(glyph.place.origin);
            builder.add(
                    new Word(
                            glyph.text,
                            (float) origin.getX(),
                            (float) end.getX(),
                            (float) origin.getY(),
                            size,
                            glyph.face));
        }
        return builder.words();
    }

    private static Area turned(Area area, AffineTransform turn) {
        Point2D a = turn.transform(new Point2D.Float(area.left(), area.top()), null);
        Point2D b = turn.transform(new Point2D.Float(area.right(), area.bottom()), null);
        return new Area(
                (float) Math.min(a.getX(), b.getX()),
                (float) Math.min(a.getY(), b.getY()),
                (float) Math.max(a.getX(), b.getX()),
                (float) Math.max(a.getY(), b.getY()));
    }

    private static Rule turned(Rule rule, AffineTransform turn) {
        Area area =
                rule.horizontal()
                        ? turned(new Area(rule.from(), rule.at(), rule.to(), rule.at()), turn)
                        : turned(new Area(rule.at(), rule.from(), rule.at(), rule.to()), turn);
        return area.width() >= area.height()
                ? new Rule(true, area.top(), area.left(), area.right())
                : new Rule(false, area.left(), area.top(), area.bottom());
    }
}
