package dev.andon.knowledge.corpus.markdown;

import dev.andon.knowledge.Stage;
import dev.andon.knowledge.StageException;
import dev.andon.knowledge.corpus.Block;
import dev.andon.knowledge.corpus.Block.Heading;
import dev.andon.knowledge.corpus.Block.Item;
import dev.andon.knowledge.corpus.Block.Notice;
import dev.andon.knowledge.corpus.Block.Paragraph;
import dev.andon.knowledge.corpus.Block.Step;
import dev.andon.knowledge.corpus.Block.Table;
import dev.andon.knowledge.corpus.PageRef;
import dev.andon.knowledge.corpus.SignalWords;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Walks a parsed document in reading order and collects its blocks.
final class BlockWalk {
    /// Deeper than any manual, shallower than the stack.
    static final int DEPTH_MAX = 50;

    private static final Pattern PAGE = Pattern.compile("<!--\\s*page:\\s*(.*?)\\s*-->");
    private static final Pattern CAPTION =
            Pattern.compile("(?:Table:\\s*(.+)|((?:Table|Tableau|Tabelle)\\s+\\d.*))");

    private final Path file;
    private final List<Block> blocks = new ArrayList<>();
    private PageRef page = PageRef.NONE;
    private int depth;

    BlockWalk(Path file) {
        this.file = file;
    }

    List<Block> blocks(Node document) {
        children(document, "");
        return List.copyOf(blocks);
    }

    /// @param number of the step that the nodes stand in, with a dot; empty outside steps
    private void children(Node parent, String number) {
        if (++depth > DEPTH_MAX) {
            throw new StageException(
                    Stage.CORPUS,
                    "too-nested",
                    "%s has lists or quotes nested more than %d deep: flatten them."
                            .formatted(file, DEPTH_MAX));
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, number);
        }
        depth--;
    }

    private void block(Node node, String number) {
        switch (node) {
            case org.commonmark.node.Heading heading ->
                    add(new Heading(heading.getLevel(), text(heading), page));
            case org.commonmark.node.Paragraph paragraph -> paragraph(text(paragraph));
            case OrderedList list -> steps(list, number);
            case BulletList list -> items(list, number);
            case BlockQuote quote -> quote(quote, number);
            case TableBlock table -> table(table);
            case HtmlBlock html -> pageMarker(html.getLiteral());
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            default -> {
                // Thematic breaks and link definitions carry no text.
            }
        }
    }

    private void add(Block block) {
        blocks.add(block);
    }

    private void paragraph(String text) {
        if (!text.isBlank()) {
            add(
                    SignalWords.notice(text, page)
                            .<Block>map(n -> n)
                            .orElse(new Paragraph(text, page)));
        }
    }

    private void steps(OrderedList list, String prefix) {
        Integer start = list.getMarkerStartNumber();
        int next = start == null ? 1 : start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext(), next++) {
            String number = prefix + next;
            String text = firstParagraph(item);
            add(new Step(number, text, page));
            rest(item, number + ".");
        }
    }

    private void items(ListBlock list, String prefix) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String text = firstParagraph(item);
            if (!text.isEmpty()) {
                add(SignalWords.notice(text, page).<Block>map(n -> n).orElse(new Item(text, page)));
            }
            rest(item, prefix);
        }
    }

    private static String firstParagraph(Node item) {
        return item.getFirstChild() instanceof org.commonmark.node.Paragraph first
                ? text(first)
                : "";
    }

    /// What stands in a list item below its first paragraph.
    private void rest(Node item, String number) {
        if (item.getFirstChild() instanceof org.commonmark.node.Paragraph first) {
            first.unlink();
        }
        children(item, number);
    }

    /// A quote is a notice if it begins with a signal word, and then all its paragraphs are.
    private void quote(BlockQuote quote, String number) {
        if (!(quote.getFirstChild() instanceof org.commonmark.node.Paragraph first)
                || SignalWords.notice(text(first), page).isEmpty()) {
            children(quote, number);
            return;
        }
        StringBuilder text = new StringBuilder(text(first));
        while (first.getNext() instanceof org.commonmark.node.Paragraph more) {
            text.append(' ').append(text(more));
            more.unlink();
        }
        first.unlink();
        Notice notice = SignalWords.notice(text.toString(), page).orElseThrow();
        add(notice);
        children(quote, number);
    }

    private void table(TableBlock table) {
        String caption = caption();
        List<List<String>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        List<String> header = rows.removeFirst();
        add(new Table(caption, header, rows, page));
    }

    /// The caption is the paragraph `Table: ...` or `Table 3 ...` directly above.
    private @Nullable String caption() {
        if (blocks.isEmpty() || !(blocks.getLast() instanceof Paragraph(var text, _))) {
            return null;
        }
        Matcher matcher = CAPTION.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        blocks.removeLast();
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(text(cell));
        }
        return cells;
    }

    private void pageMarker(String html) {
        Matcher matcher = PAGE.matcher(html);
        while (matcher.find()) {
            page =
                    new PageRef(
                            matcher.group(1).isEmpty() ? null : matcher.group(1), page.pdf() + 1);
        }
    }

    /// Code keeps its lines: each is one value or command.
    private void code(String literal) {
        literal.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> add(new Paragraph(line, page)));
    }

    private static String text(Node node) {
        return InlineText.of(node);
    }
}
