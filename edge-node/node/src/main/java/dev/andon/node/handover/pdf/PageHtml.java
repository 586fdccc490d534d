package dev.andon.node.handover.pdf;

import dev.andon.node.handover.HandoverPage;
import dev.andon.node.handover.HandoverPage.Section;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The page as the renderer of PDFs reads it.
final class PageHtml {
    /// Beyond these a long word is cut, so that no column grows over the paper's edge.
    private static final int WORD_CHARS_MAX = 24;

    private PageHtml() {}

    static Document of(HandoverPage page) {
        Document document = Document.createShell("");
        document.children().forEach(html -> html.attr("lang", page.language()));
        document.title(page.title());
        document.head().appendElement("meta").attr("name", "subject").attr("content", page.title());
        document.head().appendElement("style").appendText(style(page));
        Element body = document.body();
        body.appendElement("h1").text(page.title());
        Element facts = body.appendElement("table").addClass("facts");
        page.facts()
                .forEach(
                        fact -> {
                            Element row = facts.appendElement("tr");
                            row.appendElement("th").text(fact.label());
                            row.appendElement("td").text(printable(fact.value()));
                        });
        page.sections().forEach(section -> section(body, section));
        return document;
    }

    private static void section(Element body, Section section) {
        body.appendElement("h2").text(section.head());
        String text = section.text();
        if (text != null) {
            text.lines().forEach(line -> body.appendElement("p").text(printable(line)));
        }
        if (!section.columns().isEmpty()) {
            table(body, section);
        }
    }

    private static void table(Element body, Section section) {
        Element table = body.appendElement("table").addClass("list");
        Element widths = table.appendElement("colgroup");
        section.widths()
                .forEach(
                        width -> widths.appendElement("col").attr("style", "width:" + width + "%"));
        Element head = table.appendElement("thead").appendElement("tr");
        section.columns().forEach(column -> head.appendElement("th").text(column));
        Element rows = table.appendElement("tbody");
        section.rows().forEach(cells -> row(rows.appendElement("tr"), cells));
    }

    private static void row(Element row, List<String> cells) {
        for (String cell : cells) {
            Element data = row.appendElement("td");
            cell.lines().forEach(line -> data.appendElement("div").text(printable(line)));
        }
    }

    /// What no font shows is a space; long words may break.
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        int word = 0;
        for (int point : text.replaceAll("\\p{Cntrl}", " ").codePoints().toArray()) {
            word = Character.isWhitespace(point) ? 0 : word + 1;
            if (word > WORD_CHARS_MAX) {
                printable.append('\u200b');
                word = 1;
            }
            printable.appendCodePoint(point);
        }
        return printable.toString();
    }

    private static String style(HandoverPage page) {
        try (InputStream in = PageHtml.class.getResourceAsStream("handover.css")) {
            if (in == null) {
                throw new IllegalStateException("handover.css is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{page}", page.page().page())
                    .replace("{of}", page.page().of())
                    .replace("{title}", page.title());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
