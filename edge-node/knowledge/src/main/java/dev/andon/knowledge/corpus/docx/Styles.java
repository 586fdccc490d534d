package dev.andon.knowledge.corpus.docx;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the styles of a document make of a paragraph.
final class Styles {
    private static final Pattern HEADING =
            Pattern.compile("(?:heading|titre|überschrift|titolo|título) ?([1-9])(?: .*)?");

    /// Styles can be based on one another in a circle.
    private static final int BASES_MAX = 20;

    private final Map<String, Xml> styles = new HashMap<>();

    Styles(@Nullable Xml part) {
        if (part != null) {
            part.children("style").forEach(style -> styles.put(id(style), style));
        }
    }

    private static String id(Xml style) {
        String id = style.attribute("styleId");
        return id == null ? "" : id;
    }

    /// The level of a heading, from 1; 0 for other paragraphs. The paragraph's own outline level
    /// wins over its style's, and that over the style's name, which Word keeps in English whatever
    /// it shows.
    int level(Xml paragraph) {
        Integer own = paragraph.number("pPr", "outlineLvl");
        if (own != null) {
            return level(own);
        }
        String id = paragraph.value("pPr", "pStyle");
        for (int i = 0; id != null && i < BASES_MAX; i++) {
            Xml style = styles.get(id);
            Integer outline = style == null ? null : style.number("pPr", "outlineLvl");
            if (outline != null) {
                return level(outline);
            }
            String name = style == null ? null : style.value("name");
            Matcher heading = HEADING.matcher(lower(name == null ? id : name));
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1));
            }
            id = style == null ? null : style.value("basedOn");
        }
        return 0;
    }

    /// The tenth outline level is body text.
    private static int level(int outline) {
        return outline >= 0 && outline < 9 ? outline + 1 : 0;
    }

    /// The name of a paragraph's style in lower case, `caption`, `toc 1`; empty for none.
    String name(Xml paragraph) {
        String id = paragraph.value("pPr", "pStyle");
        Xml style = id == null ? null : styles.get(id);
        String name = style == null ? id : style.value("name");
        return name == null ? "" : lower(name);
    }

    /// The style that numbers a paragraph, and its numbering; null if none does.
    @Nullable Xml numbering(Xml paragraph) {
        String id = paragraph.value("pPr", "pStyle");
        for (int i = 0; id != null && i < BASES_MAX; i++) {
            Xml style = styles.get(id);
            if (style != null && style.at("pPr", "numPr") != null) {
                return style;
            }
            id = style == null ? null : style.value("basedOn");
        }
        return null;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
