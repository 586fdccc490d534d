package dev.andon.knowledge.corpus.html;

import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.DeclaredManual;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/// What an HTML document says of itself: its title, its language, and its `meta` elements `id`,
/// `revision`, `language`, `models` and `date`, also by their Dublin Core names, and AsciiDoc's
/// revision line.
final class Metadata {
    private Metadata() {}

    static DeclaredManual of(Document document, List<Block> blocks) {
        return new DeclaredManual(
                meta(document, "id", "dc.identifier", "dcterms.identifier"),
                title(document, blocks),
                revision(document),
                language(document),
                models(document),
                date(meta(document, "date", "dc.date", "dcterms.date", "dcterms.modified")));
    }

    private static @Nullable String title(Document document, List<Block> blocks) {
        if (!document.title().isBlank()) {
            return document.title();
        }
        return blocks.getFirst() instanceof Heading(_, var text, _) ? text : null;
    }

    private static @Nullable String revision(Document document) {
        String said = meta(document, "revision", "version", "dcterms.hasversion");
        Element line = document.getElementById("revnumber");
        if (said != null || line == null) {
            return said;
        }
        return blankAsNull(line.text().replaceFirst("(?i)^version\\s+", "").replace(",", ""));
    }

    private static @Nullable String language(Document document) {
        Element root = document.selectFirst("html");
        String tag = root == null ? "" : root.attr("lang");
        if (tag.isBlank() && root != null) {
            tag = root.attr("xml:lang");
        }
        if (tag.isBlank()) {
            String said = meta(document, "language", "dc.language", "dcterms.language");
            tag = said == null ? "" : said;
        }
        String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return isDefault(document, language) ? null : blankAsNull(language);
    }

    /// Asciidoctor writes English where its author says nothing.
    private static boolean isDefault(Document document, String language) {
        String generator = meta(document, "generator");
        return language.equals("en") && generator != null && generator.startsWith("Asciidoctor");
    }

    private static @Nullable List<String> models(Document document) {
        String models = meta(document, "models", "model");
        return models == null ? null : List.of(models.split("\\s*[,;]\\s*"));
    }

    private static @Nullable LocalDate date(@Nullable String value) {
        try {
            return value == null || value.length() < 10
                    ? null
                    : LocalDate.parse(value.substring(0, 10));
        } catch (DateTimeParseException e) {
            // A date that is not written as year-month-day may mean two days: nobody knows it.
            return null;
        }
    }

    private static @Nullable String meta(Document document, String... names) {
        for (String name : names) {
            for (Element meta : document.select("meta[name]")) {
                if (meta.attr("name").equalsIgnoreCase(name) && !meta.attr("content").isBlank()) {
                    return meta.attr("content").strip();
                }
            }
        }
        return null;
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
