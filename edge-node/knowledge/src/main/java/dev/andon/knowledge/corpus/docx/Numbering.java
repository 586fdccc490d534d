package dev.andon.knowledge.corpus.docx;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the numbered paragraphs of a document, whose numbers stand nowhere in its text.
///
/// All lists of one definition share a counter, unless a list begins it anew.
final class Numbering {
    private static final int LEVELS = 9;
    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    /// @param printed as the page shows it, `3.2.` or `Step 4:`; empty for bullets
    /// @param step its number in the form of [dev.andon.knowledge.corpus.Block.Step]; null for
    ///     bullets
    /// @param whole whether that holds the numbers of the levels above it, as `3.1` does
    /// @param depth of its level, from 0
    record Label(String printed, @Nullable String step, boolean whole, int depth) {
        String before(String text) {
            return printed.isEmpty() ? text : printed + " " + text;
        }
    }

    private record Begun(int list, int depth) {}

    private record Level(int start, String format, String text, @Nullable String style) {
        boolean isBullet() {
            return format.equals("bullet") || format.equals("none") || text.isBlank();
        }
    }

    private static final Level PLAIN = new Level(1, "none", "", null);

    private final Styles styles;
    private final Map<Integer, Xml> lists = new HashMap<>();
    private final Map<Integer, Level[]> definitions = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<Begun> begun = new HashSet<>();

    Numbering(@Nullable Xml part, Styles styles) {
        this.styles = styles;
        if (part != null) {
            part.children("abstractNum").forEach(this::define);
            part.children("num").forEach(list -> lists.put(id(list, "numId"), list));
        }
    }

    private static int id(Xml element, String attribute) {
        String value = element.attribute(attribute);
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }

    private void define(Xml definition) {
        Level[] levels = new Level[LEVELS];
        Arrays.fill(levels, PLAIN);
        definition
                .children("lvl")
                .forEach(
                        level -> {
                            int depth = id(level, "ilvl");
                            if (depth >= 0 && depth < LEVELS) {
                                levels[depth] = level(level);
                            }
                        });
        definitions.put(id(definition, "abstractNumId"), levels);
    }

    private static Level level(Xml level) {
        return new Level(
                Objects.requireNonNullElse(level.number("start"), 1),
                Objects.requireNonNullElse(level.value("numFmt"), "decimal"),
                Objects.requireNonNullElse(level.value("lvlText"), ""),
                level.value("pStyle"));
    }

    /// The label of the next paragraph in reading order; null if it has none.
    @Nullable Label next(Xml paragraph) {
        Integer list = paragraph.number("pPr", "numPr", "numId");
        Integer depth = paragraph.number("pPr", "numPr", "ilvl");
        if (list == null) {
            Xml style = styles.numbering(paragraph);
            list = style == null ? null : style.number("pPr", "numPr", "numId");
            depth = style == null || depth != null ? depth : depth(style, list);
        }
        Xml found = list == null ? null : lists.get(list);
        Integer definition = found == null ? null : found.number("abstractNumId");
        Level[] levels = definition == null ? null : definitions.get(definition);
        if (list == null || found == null || levels == null) {
            return null;
        }
        int at = depth == null ? 0 : Math.clamp(depth, 0, LEVELS - 1);
        int[] counts = counters.computeIfAbsent(definition, _ -> unbegun());
        restart(list, found, counts, at);
        return count(levels, counts, at);
    }

    /// The level that names the style, where the style does not name the level.
    private @Nullable Integer depth(Xml style, @Nullable Integer list) {
        Integer said = style.number("pPr", "numPr", "ilvl");
        Xml found = list == null ? null : lists.get(list);
        Integer definition = found == null ? null : found.number("abstractNumId");
        Level[] levels = definition == null ? null : definitions.get(definition);
        for (int i = 0; said == null && levels != null && i < LEVELS; i++) {
            if (Objects.equals(levels[i].style, style.attribute("styleId"))) {
                said = i;
            }
        }
        return said;
    }

    private static int[] unbegun() {
        int[] counts = new int[LEVELS];
        Arrays.fill(counts, Integer.MIN_VALUE);
        return counts;
    }

    private void restart(int list, Xml found, int[] counts, int at) {
        if (!begun.add(new Begun(list, at))) {
            return;
        }
        found.children("lvlOverride")
                .filter(level -> id(level, "ilvl") == at)
                .map(level -> level.number("startOverride"))
                .filter(Objects::nonNull)
                .forEach(start -> counts[at] = start - 1);
    }

    private static Label count(Level[] levels, int[] counts, int at) {
        for (int i = 0; i <= at; i++) {
            if (counts[i] == Integer.MIN_VALUE) {
                counts[i] = levels[i].start - (i == at ? 1 : 0);
            }
        }
        counts[at]++;
        Arrays.fill(counts, at + 1, LEVELS, Integer.MIN_VALUE);
        if (levels[at].isBullet()) {
            return new Label("", null, false, at);
        }
        Matcher place = PLACE.matcher(levels[at].text);
        String printed =
                place.replaceAll(
                        match -> {
                            int level = Integer.parseInt(match.group(1)) - 1;
                            return NumberFormat.printed(counts[level], levels[level].format);
                        });
        return new Label(
                printed,
                step(levels, counts, at),
                levels[at].text.indexOf('%') < own(levels, at),
                at);
    }

    /// Where the level's own number stands in its text.
    private static int own(Level[] levels, int at) {
        return levels[at].text.indexOf("%" + (at + 1));
    }

    /// The numbers that the page prints, joined by dots.
    private static String step(Level[] levels, int[] counts, int at) {
        StringBuilder number = new StringBuilder();
        Matcher place = PLACE.matcher(levels[at].text);
        while (place.find()) {
            int level = Integer.parseInt(place.group(1)) - 1;
            boolean nested = !number.isEmpty();
            number.append(nested ? "." : "");
            number.append(
                    NumberFormat.step(counts[level], levels[level].format, nested || level == at));
        }
        return number.isEmpty()
                ? NumberFormat.step(counts[at], "decimal", false)
                : number.toString();
    }
}
