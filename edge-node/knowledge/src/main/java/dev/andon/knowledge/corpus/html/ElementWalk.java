package dev.andon.knowledge.corpus.html;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Signal;
import dev.andon.knowledge.corpus.BlockDraft;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.SignalWords;
import dev.andon.knowledge.corpus.TableGrid;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// Walks a page in reading order and collects its blocks.
final class ElementWalk {
    /// Deeper than any manual, shallower than the stack.
    static final int DEPTH_MAX = 200;

    private static final String BLOCKS =
            "p, div, ul, ol, dl, table, pre, blockquote, figure, h1, h2, h3, h4, h5, h6, section";

    private final Path file;
    private final BlockDraft draft = new BlockDraft();
    private int depth;

    ElementWalk(Path file) {
        this.file = file;
    }

    List<Block> blocks(Element body) {
        children(body, "");
        return draft.blocks();
    }

    /// Text that stands between blocks is a paragraph.
    ///
    /// @param number of the step that the element stands in, with a dot; empty outside steps
    private void children(Element parent, String number) {
        if (++depth > DEPTH_MAX) {
            throw new StageException(
                    Stage.CORPUS,
                    "too-nested",
                    "%s has elements nested more than %d deep: save it again from a browser."
                            .formatted(file, DEPTH_MAX));
        }
        StringBuilder loose = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                loose.append(text.getWholeText());
            } else if (node instanceof Element element && Shown.is(element)) {
                if (isInline(element)) {
                    loose.append(InlineText.within(element));
                    continue;
                }
                flush(loose);
                element(element, number);
            }
        }
        flush(loose);
        depth--;
    }

    private void flush(StringBuilder loose) {
        draft.paragraph(loose.toString());
        loose.setLength(0);
    }

    private static boolean isInline(Element element) {
        return !element.isBlock() && element.selectFirst(BLOCKS) == null;
    }

    private void element(Element element, String number) {
        Signal signal = Admonition.signal(element);
        if (signal != null) {
            notice(element, signal, number);
            return;
        }
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    draft.heading(element.normalName().charAt(1) - '0', InlineText.of(element));
            case "p" -> paragraph(element, number);
            case "ol" -> steps(element, number);
            case "ul", "menu", "dir" -> items(element, number);
            case "dl" -> definitions(element, number);
            case "table" -> table(element, number);
            case "pre" -> InlineText.of(element).lines().forEach(draft::paragraph);
            case "figure" -> figure(element, number);
            case "hr", "img", "br", "caption" -> {
                // No words, or read where they belong.
            }
            default -> division(element, number);
        }
    }

    /// One block; only the first text of a notice that holds sections or tables of its own.
    private void notice(Element element, Signal signal, String number) {
        if (Admonition.isSection(element)) {
            draft.notice(signal, "");
            children(element, number);
        } else {
            draft.notice(signal, Admonition.text(element));
        }
    }

    private void paragraph(Element element, String number) {
        if (element.selectFirst(BLOCKS) != null) {
            children(element, number);
        } else {
            draft.paragraph(InlineText.of(element));
        }
    }

    /// Generators wrap figures and tables with their titles into divisions.
    private void division(Element element, String number) {
        if (element.attr("role").equals("heading")) {
            String level = element.attr("aria-level");
            draft.heading(
                    level.matches("[1-9]") ? Integer.parseInt(level) : 2, InlineText.of(element));
        } else if (isFigure(element)) {
            draft.figure(InlineText.of(title(element)));
        } else if (isQuotedNotice(element)) {
            draft.paragraph(InlineText.of(element));
        } else {
            children(element, number);
        }
    }

    private static boolean isFigure(Element element) {
        return (element.hasClass("imageblock") || element.hasClass("figure"))
                && element.selectFirst("table") == null
                && element.selectFirst(".title, .caption, .caption-text") != null;
    }

    private static Element title(Element element) {
        Element title = element.selectFirst(".title, .caption, .caption-text");
        return title == null ? element : title;
    }

    /// A quote that begins with a signal word is one notice with all its paragraphs.
    private static boolean isQuotedNotice(Element element) {
        return element.normalName().equals("blockquote")
                && SignalWords.notice(InlineText.of(element), PageRef.NONE).isPresent();
    }

    private void figure(Element element, String number) {
        Element caption = element.selectFirst("figcaption");
        Element table = element.selectFirst("table");
        if (table != null) {
            table(table, caption == null ? null : InlineText.of(caption), number);
        } else if (caption != null) {
            draft.figure(InlineText.of(caption));
        }
    }

    private void steps(Element list, String prefix) {
        ListNumber numbers = new ListNumber(list, prefix);
        for (Element item : list.children()) {
            if (!item.normalName().equals("li")) {
                children(item, prefix);
            } else if (Shown.is(item)) {
                String number = numbers.of(item);
                Item parts = Item.of(item);
                draft.step(number, parts.text());
                children(parts.rest(), number + ".");
            }
        }
    }

    private void items(Element list, String prefix) {
        for (Element item : list.children()) {
            if (!item.normalName().equals("li")) {
                children(item, prefix);
            } else if (Shown.is(item)) {
                Item parts = Item.of(item);
                draft.item(parts.text());
                children(parts.rest(), prefix);
            }
        }
    }

    /// A term and what is said of it are one item where that is one text.
    private void definitions(Element list, String number) {
        String term = "";
        for (Element part : list.select("> dt, > dd, > div > dt, > div > dd")) {
            String text = InlineText.of(part);
            if (part.normalName().equals("dt")) {
                draft.paragraph(term);
                term = text;
            } else if (part.selectFirst("ul, ol, dl, table, pre, p + p, div.paragraph + div")
                    == null) {
                draft.item(term.isEmpty() ? text : term.replaceFirst(":$", "") + ": " + text);
                term = "";
            } else {
                draft.paragraph(term);
                term = "";
                children(part, number);
            }
        }
        draft.paragraph(term);
    }

    private void table(Element table, String number) {
        Element caption = table.selectFirst("> caption");
        table(table, caption == null ? titleAbove(table) : InlineText.of(caption), number);
    }

    private void table(Element table, @Nullable String caption, String number) {
        TableGrid grid = Tables.grid(table);
        String boxed = grid.boxed();
        if (Tables.isLayout(table) || boxed != null) {
            if (boxed != null && table.selectFirst("ol, ul, h1, h2, h3, h4, h5, h6") == null) {
                draft.paragraph(boxed);
                return;
            }
            for (Element row : Tables.rows(table)) {
                row.children().forEach(cell -> children(cell, number));
            }
            return;
        }
        draft.table(grid, caption);
    }

    /// DocBook and old AsciiDoc write a table's title into the division around it.
    private @Nullable String titleAbove(Element table) {
        Element parent = table.parent();
        if (parent != null && parent.hasClass("table-contents")) {
            parent = parent.parent();
        }
        Element title = parent == null ? null : parent.selectFirst("> .title");
        if (title == null || parent == null || !parent.className().matches(".*\\btable.*")) {
            return null;
        }
        return draft.takeBack(InlineText.of(title));
    }
}
